import { createContext, use } from "react";

/** Which answer is looked at: chosen (it stays) or hovered (it passes). */
export interface AnswerFocus {
  chosen: number | null;
  hovered: number | null;
  choose: (number: number | null, from: "words" | "panel" | "keys") => void;
  hover: (number: number | null) => void;
}

export const AnswerFocusContext = createContext<AnswerFocus>({
  chosen: null,
  hovered: null,
  choose: () => undefined,
  hover: () => undefined,
});

export function useAnswerFocus(): AnswerFocus {
  return use(AnswerFocusContext);
}
