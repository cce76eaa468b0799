import { useAsk } from "../../api/use-ask";
import type { QuestionSet } from "../../bindings/QuestionSet";
import type { QuestionSetRow } from "../../bindings/QuestionSetRow";
import { same } from "./same";

/** Whether a draft that differs from the latest version is the one in use: an older one, then. */
export function useIsInUse(
  { id, in_use, version, changed }: QuestionSetRow,
  draft: QuestionSet | undefined,
): boolean {
  const older = isOlderInUse({ in_use, version, changed });
  const used = useAsk("question_set_version", { id, number: in_use ?? 0 }, { enabled: older });
  return older && draft !== undefined && used.data !== undefined && same(used.data, draft);
}

export const isOlderInUse = (row: Pick<QuestionSetRow, "in_use" | "version" | "changed">) =>
  row.changed && row.in_use !== null && row.in_use !== row.version;
