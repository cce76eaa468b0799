import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useDo } from "../../api/use-do";
import type { QuestionSet } from "../../bindings/QuestionSet";
import type { SampleOf } from "../../bindings/SampleOf";
import { sentence } from "../../words/sentence";

/** Keeps what is read now as what is expected of a sample, or forgets what was. */
export function useExpect(set: string) {
  const client = useQueryClient();
  const expect = useDo("expect_sample");
  const run = (sample: SampleOf, draft: QuestionSet | null, onDone?: () => void) =>
    expect.mutate(
      { set, sample, draft },
      {
        onSuccess: () => {
          void client.invalidateQueries({ queryKey: ["preview"] });
          onDone?.();
        },
        onError: ({ message }) =>
          notifications.show({ message: sentence(message), color: "red", autoClose: 8000 }),
      },
    );
  return {
    isPending: expect.isPending,
    keep: (sample: SampleOf, draft: QuestionSet, onDone?: () => void) => run(sample, draft, onDone),
    forget: (sample: SampleOf, onDone?: () => void) => run(sample, null, onDone),
  };
}
