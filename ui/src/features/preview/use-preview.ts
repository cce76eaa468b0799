import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { usePlatform } from "../../api/platform-context";
import type { Preview } from "../../bindings/Preview";
import type { QuestionSet } from "../../bindings/QuestionSet";
import type { SampleOf } from "../../bindings/SampleOf";
import type { Fault } from "../../platform/types";

/** Each change of a letter is a reading of its own; old ones are of no use to anybody. */
const KEPT_MS = 5_000;

/**
 * What is read from a sample with the questions as they are now. Until it is there, the last
 * reading stays; one that a newer has overtaken never shows.
 */
export function usePreview(set: string, draft: QuestionSet, sample: SampleOf | null) {
  const platform = usePlatform();
  return useQuery<Preview, Fault>({
    queryKey: ["preview", set, sample, draft],
    queryFn: () => {
      if (!sample) throw new Error("nothing is chosen");
      return platform.call("preview", { set, draft, sample });
    },
    enabled: sample !== null,
    placeholderData: keepPreviousData,
    gcTime: KEPT_MS,
    retry: false,
  });
}
