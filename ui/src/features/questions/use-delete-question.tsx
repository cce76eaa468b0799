import { Trans } from "@lingui/react/macro";
import { useCallback } from "react";
import type { QuestionSet } from "../../bindings/QuestionSet";
import { showUndo } from "../../components/undo-toast";
import { useDesigner } from "./designer";
import { insert, remove } from "./edits";

/** Deletes a question at once, and offers it back as long as no other step back was taken. */
export function useDeleteQuestion(onDone: () => void) {
  const { draft, editList, hand } = useDesigner();
  const { store } = hand;
  return useCallback(
    (place: number) => {
      const gone = draft.questions[place];
      if (!gone) return;
      const { number, field } = gone;
      const twins = ({ questions }: QuestionSet) =>
        questions.filter((each) => each.number === number && each.field === field).length;
      editList(remove(draft, place));
      onDone();
      const bringBack = () => {
        const now = store.state().draft;
        // Another way back was taken meanwhile.
        if (twins(now) >= twins(draft)) return;
        editList(insert(now, place, gone));
        onDone();
      };
      const hide = showUndo(
        <Trans>Question Q{number} was deleted</Trans>,
        bringBack,
        // Only what was undone can be done again, so this tells of any step back.
        store.subscribe(() => store.state().canRedo && hide()),
      );
    },
    [draft, editList, store, onDone],
  );
}
