import { Trans } from "@lingui/react/macro";
import { notifications } from "@mantine/notifications";
import { useDo } from "../../api/use-do";
import type { SampleOf } from "../../bindings/SampleOf";
import { showUndo } from "../../components/undo-toast";
import { sentence } from "../../words/sentence";
import { KeptEffect } from "./kept-effect";

/** Keeps conversations as samples and removes them, each with a way back. */
export function useKeeping(sample: SampleOf | null, onChoose: (to: SampleOf | null) => void) {
  const keep = useDo("keep_sample");
  const drop = useDo("remove_sample");
  const bringBack = useDo("restore_sample");
  return {
    busy: keep.isPending,
    fault: keep.error,
    reset: keep.reset,
    keep: (name: string, anonymise: boolean, onKept: () => void) => {
      if (!sample) return;
      keep.mutate(
        { sample, name, anonymise },
        {
          onSuccess: (kept) => {
            onKept();
            const own = kept.row.sample;
            onChoose(own);
            showUndo(<KeptEffect kept={kept} />, () => {
              if (own.from === "kept") drop.mutate({ id: own.id });
              onChoose(sample);
            });
          },
        },
      );
    },
    remove: (name: string) => {
      if (sample?.from !== "kept") return;
      const { id } = sample;
      drop.mutate(
        { id },
        {
          onSuccess: () => {
            onChoose(null);
            showUndo(<Trans>“{name}” was removed</Trans>, () =>
              bringBack.mutate({ id }, { onSuccess: () => onChoose(sample) }),
            );
          },
          onError: ({ message }) =>
            notifications.show({ message: sentence(message), color: "red", autoClose: 8000 }),
        },
      );
    },
  };
}
