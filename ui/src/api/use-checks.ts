import { useDebouncedValue } from "@mantine/hooks";
import type { QuestionSet } from "../bindings/QuestionSet";
import { useAsk } from "./use-ask";

const PAUSE_MS = 250;

/** Whether samples still give what is expected, once the questions rest for a moment. */
export function useChecks(set: string, draft: QuestionSet) {
  const [settled] = useDebouncedValue(draft, PAUSE_MS);
  return useAsk("check_samples", { set, draft: settled }, { keepPrevious: true });
}
