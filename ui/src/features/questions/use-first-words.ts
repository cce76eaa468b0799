import { usePlatform } from "../../api/platform-context";
import { useDesigner } from "./designer";
import { freeField, isMadeUpField, setQuestion } from "./edits";

/**
 * Once a new question has its words, they say what to call it and what kind of answer it wants.
 * What the person has chosen is never touched.
 */
export function useFirstWords(): () => void {
  const platform = usePlatform();
  const { at, hand } = useDesigner();
  const { store } = hand;
  return () => {
    const asked = store.state().draft;
    const question = asked.questions[at];
    if (!question?.text.trim() || !isMadeUpField(question.field)) return;
    const language = asked.language ?? null;
    const text = question.text.replaceAll(/\s+/g, " ").trim();
    void platform.call("read_questions", { text, language }).then(
      ({ draft: read }) => {
        const [guess] = read.questions;
        const { draft } = store.state();
        const now = draft.questions[at];
        if (!guess?.field || now?.field !== question.field || isMadeUpField(guess.field)) return;
        const others = { ...draft, questions: draft.questions.toSpliced(at, 1) };
        const answer = now.answer.type === "text" ? guess.answer : now.answer;
        const field = freeField(others, guess.field);
        store.edit(setQuestion(draft, at, { field, answer }));
      },
      // A name is a nicety: without one, the question keeps the one it has.
      () => undefined,
    );
  };
}
