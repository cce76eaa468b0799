import type { AnswerStatus } from "../../bindings/AnswerStatus";
import type { LeadState } from "../../bindings/LeadState";
import type { Note } from "../../bindings/Note";
import type { Said } from "../../bindings/Said";
import type { Value } from "../../bindings/Value";

/** Who speaks, what, and how many seconds after the line before. */
export type Line = readonly [who: string, text: string, attachments?: readonly string[]];

/** What was read: the value and the very words it stands on. */
export interface Read {
  value: Value | null;
  on?: string | readonly string[];
  status?: AnswerStatus;
  confidence?: number;
  candidates?: Value[];
  notes?: Note[];
  raw?: string;
}

/** A sample conversation as an author writes it. */
export interface Script {
  id: string;
  language: string;
  project: string;
  channel?: string;
  firstName?: string;
  lastName?: string;
  email?: string;
  emailSource?: "visitor" | "answer" | "transcript";
  tags?: string[];
  hoursAgo: number;
  lines: readonly Line[];
  answers: Record<number, Read>;
  lead: LeadState | null;
  problem?: Said;
  record?: string;
}
