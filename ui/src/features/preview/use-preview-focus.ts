import { type RefObject, useCallback, useEffect, useMemo, useState } from "react";
import { isDialogOpen, isTyping } from "../../components/keys";
import type { AnswerFocus } from "../../components/reading/answer-focus";

export interface PreviewFocus extends AnswerFocus {
  /** The message whose use is told. */
  message: string | null;
  chooseMessage: (id: string | null) => void;
}

/** Which answer or message is looked at, and its other half brought into view. */
export function usePreviewFocus(
  pane: RefObject<HTMLElement | null>,
  /** The question that is being edited: its answer is looked at where no other is. */
  edited: number | null,
): PreviewFocus {
  const [chosen, setChosen] = useState<number | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const [message, chooseMessage] = useState<string | null>(null);

  const show = useCallback(
    (number: number, half: "lit-answer" | "answer") => {
      const found = pane.current?.querySelector(`[data-testid="${half}-${number}"]`);
      found?.scrollIntoView({ block: "nearest" });
    },
    [pane],
  );
  const choose = useCallback<AnswerFocus["choose"]>(
    (number, from) => {
      setChosen(number);
      if (number === null) return;
      chooseMessage(null);
      if (from !== "words") show(number, "lit-answer");
      if (from !== "panel") show(number, "answer");
    },
    [show],
  );
  const hover = useCallback(
    (number: number | null) => {
      setHovered(number);
      if (number !== null) show(number, "lit-answer");
    },
    [show],
  );

  useEffect(() => {
    if (edited === null) return;
    show(edited, "lit-answer");
    show(edited, "answer");
  }, [edited, show]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      if (isTyping(event) || isDialogOpen()) return;
      setChosen(null);
      chooseMessage(null);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  return useMemo(
    () => ({ chosen, hovered: hovered ?? edited, choose, hover, message, chooseMessage }),
    [chosen, hovered, edited, choose, hover, message],
  );
}
