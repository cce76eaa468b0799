import { Trans } from "@lingui/react/macro";
import { notifications } from "@mantine/notifications";
import { useDo } from "../../api/use-do";
import type { QuestionSetRow } from "../../bindings/QuestionSetRow";
import { showUndo } from "../../components/undo-toast";
import { sentence } from "../../words/sentence";

/** Deletes a set at once, and offers it back. */
export function useDeleteSet() {
  const remove = useDo("delete_question_set");
  const bringBack = useDo("undelete_question_set");
  return ({ id, name }: QuestionSetRow, onDone?: () => void) =>
    remove.mutate(
      { id },
      {
        onSuccess: () => {
          onDone?.();
          showUndo(<Trans>“{name}” was deleted</Trans>, () => bringBack.mutate({ id }));
        },
        onError: ({ message }) =>
          notifications.show({ message: sentence(message), color: "red", autoClose: 8000 }),
      },
    );
}
