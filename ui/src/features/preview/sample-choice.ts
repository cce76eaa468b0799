import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { SampleOf } from "../../bindings/SampleOf";

/** A conversation file that was opened. */
export interface OpenedFile {
  name: string;
  json: string;
}

/** What was chosen; the file that was opened last stays within reach. */
export interface Choice {
  sample: SampleOf | null;
  opened: OpenedFile | null;
}

const NOTHING: Choice = { sample: null, opened: null };

/** Kept as long as the window is open, so that a look at another panel loses nothing. */
export function useSampleChoice(set: string) {
  const client = useQueryClient();
  const { data: choice } = useQuery<Choice>({
    queryKey: ["chosen sample", set],
    queryFn: () => NOTHING,
    enabled: false,
    initialData: NOTHING,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const change = useCallback(
    (to: Partial<Choice>) =>
      client.setQueryData<Choice>(["chosen sample", set], (old = NOTHING) => ({ ...old, ...to })),
    [client, set],
  );
  const choose = useCallback((sample: SampleOf | null) => change({ sample }), [change]);
  const open = useCallback(
    (opened: OpenedFile) => change({ opened, sample: { from: "file", json: opened.json } }),
    [change],
  );
  return { choice, choose, open };
}

/** What tells one sample from all others. */
export function sampleKey(sample: SampleOf): string {
  return sample.from === "file" ? "file" : `${sample.from} ${sample.id}`;
}

/** Whether the sample stays, so that results can be expected of it. */
export function stays(sample: SampleOf): boolean {
  return sample.from === "shipped" || sample.from === "kept";
}
