import { createContext, use } from "react";
import type { Finding } from "../../bindings/Finding";
import type { Question } from "../../bindings/Question";
import type { QuestionSet } from "../../bindings/QuestionSet";
import type { QuestionSetDetail } from "../../bindings/QuestionSetDetail";
import type { Edited } from "./edits";
import type { DraftInHand } from "./use-draft";

/** What every part of the designer works on. */
export interface Designer {
  detail: QuestionSetDetail;
  hand: DraftInHand;
  draft: QuestionSet;
  findings: readonly Finding[];
  /** The place of the chosen question in the list; -1 where there is none. */
  at: number;
  question: Question | undefined;
  choose: (at: number) => void;
  /** Changes the draft; changes to the same `what` in one go are one step back. */
  edit: (next: QuestionSet, what?: string) => void;
  /** Changes the list and chooses what the change was about. */
  editList: (edited: Edited) => void;
  /** Takes the focus to what a finding is about. */
  goTo: (finding: Finding) => void;
  fix: (finding: Finding) => void;
  /** Whether the set's language, country and currency are shown. */
  detailsOpen: boolean;
  setDetailsOpen: (open: boolean) => void;
  /** The path of words that are to be written though there are none yet. */
  wanted: string | null;
  setWanted: (path: string | null) => void;
}

export const DesignerContext = createContext<Designer | null>(null);

export function useDesigner(): Designer {
  const designer = use(DesignerContext);
  if (!designer) throw new Error("DesignerContext is missing");
  return designer;
}
