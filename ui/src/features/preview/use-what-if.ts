import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { usePlatform } from "../../api/platform-context";
import type { QuestionSet } from "../../bindings/QuestionSet";
import type { WhatIfReport } from "../../bindings/WhatIfReport";
import type { Fault } from "../../platform/types";

/** Reading a thousand conversations takes a while, so a pause in typing comes first. */
const PAUSE_MS = 500;
const KEPT_MS = 60_000;

/** What the questions as they are now would change in the last conversations. */
export function useWhatIf(draft: QuestionSet, against: QuestionSet | null, last: number) {
  const platform = usePlatform();
  const client = useQueryClient();
  const [settled] = useDebouncedValue(draft, PAUSE_MS);
  const [isStopped, setIsStopped] = useState(false);
  const queryKey = ["what_if", settled, against, last];
  const query = useQuery<WhatIfReport, Fault>({
    queryKey,
    queryFn: () => platform.call("what_if", { draft: settled, against, last }),
    enabled: !isStopped,
    placeholderData: keepPreviousData,
    gcTime: KEPT_MS,
    staleTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  });
  return {
    report: query.data,
    fault: query.error,
    isReading: query.isFetching,
    /** Whether the report is of the questions as they were. */
    isOld: query.isPlaceholderData || settled !== draft,
    isStopped,
    /** The engine may still end its work; nobody waits for it. */
    stop: () => {
      setIsStopped(true);
      void client.cancelQueries({ queryKey });
    },
    read: () => {
      setIsStopped(false);
      void query.refetch();
    },
    goOn: () => setIsStopped(false),
  };
}
