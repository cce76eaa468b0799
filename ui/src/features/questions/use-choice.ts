import { useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useRef, useState } from "react";
import type { QuestionSet } from "../../bindings/QuestionSet";

/**
 * Which question is chosen, by its place: numbers may be twice there in a draft. The address
 * names its number, so that it can be linked to.
 */
export function useChoice(draft: QuestionSet, number: number | null) {
  const navigate = useNavigate();
  const find = (wanted: number | null) =>
    draft.questions.findIndex((question) => question.number === wanted);
  const [chosen, setChosen] = useState(() => Math.max(find(number), 0));
  const at = Math.min(chosen, draft.questions.length - 1);
  const shown = draft.questions[at]?.number ?? null;

  // A link to another question, and not what was written into the address from here.
  const written = useRef(number);
  useEffect(() => {
    if (number === null || number === written.current) return;
    written.current = number;
    const place = draft.questions.findIndex((question) => question.number === number);
    if (place >= 0) setChosen(place);
  }, [number, draft]);

  useEffect(() => {
    if (shown === written.current || (shown !== null && !Number.isInteger(shown))) return;
    written.current = shown;
    void navigate({
      to: ".",
      search: (old) => ({ ...old, question: shown ?? undefined }),
      replace: true,
    });
  }, [shown, navigate]);

  const choose = useCallback((place: number) => setChosen(Math.max(place, 0)), []);
  return { at, choose };
}
