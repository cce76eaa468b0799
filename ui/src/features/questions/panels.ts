import type { ReactNode } from "react";
import type { QuestionSet } from "../../bindings/QuestionSet";

/** What can stand beside the list. In a narrow window the question itself is one of them. */
export const PANELS = [
  "question",
  "views",
  "preview",
  "whatif",
  "kit",
  "versions",
  "checks",
] as const;

export type Panel = (typeof PANELS)[number];

export interface PanelOf {
  /** The set's id. */
  set: string;
  /** The questions as they are now, saved or not. */
  draft: QuestionSet;
  /** Shows the question of this number in the editor. */
  onShowQuestion: (number: number) => void;
}

/** The panels of another part of the program, by what they need to know of the set. */
export type OtherPanels = Record<"preview" | "whatif" | "checks", (of: PanelOf) => ReactNode>;
