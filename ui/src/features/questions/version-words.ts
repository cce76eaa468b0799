import type { SetChange } from "../../bindings/SetChange";

/** How many questions changed; each setting of the set counts as one too. */
export function changedQuestions(changes: readonly SetChange[]): number {
  const keys = changes.map(({ kind, number, field }) =>
    number === null ? kind : `${number} ${field} ${kind === "question_removed"}`,
  );
  return new Set(keys).size;
}
