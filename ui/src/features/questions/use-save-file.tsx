import { Trans } from "@lingui/react/macro";
import { notifications } from "@mantine/notifications";
import { useCallback } from "react";
import { useDo } from "../../api/use-do";
import { sentence } from "../../words/sentence";

/** Saves a text among the person's downloads, and says where. */
export function useSaveFile() {
  const { mutate } = useDo("save_text_file");
  return useCallback(
    (name: string, text: string) =>
      mutate(
        { name, text },
        {
          onSuccess: ({ path }) =>
            notifications.show({
              message: <Trans>Saved as {path}</Trans>,
              autoClose: 12_000,
            }),
          onError: ({ message }) =>
            notifications.show({ message: sentence(message), color: "red", autoClose: 8000 }),
        },
      ),
    [mutate],
  );
}
