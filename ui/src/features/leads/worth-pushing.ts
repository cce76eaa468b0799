import type { LeadRow } from "../../bindings/LeadRow";
import type { LeadState } from "../../bindings/LeadState";

const BEHIND_US: readonly LeadState[] = ["sent", "queued", "sending"];

/** Of the leads marked, those still to be pushed; all of them where each was pushed before. */
export function worthPushing(marked: string[], rows: readonly Pick<LeadRow, "id" | "state">[]) {
  const pushed = new Set(rows.filter((row) => BEHIND_US.includes(row.state)).map((row) => row.id));
  const left = marked.filter((id) => !pushed.has(id));
  return left.length > 0 ? left : marked;
}
