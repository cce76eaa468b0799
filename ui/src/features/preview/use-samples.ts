import { useCallback } from "react";
import { type Entry, neighbour } from "./library";
import { sampleKey, useSampleChoice } from "./sample-choice";
import { useLibrary } from "./use-library";

/** The library and what is chosen of it: to begin with, the first that there is. */
export function useSamples(set: string, language: string | null) {
  const { choice, choose, open } = useSampleChoice(set);
  const { opened } = choice;
  const library = useLibrary({ set, language, opened });
  const { groups } = library;
  const entries = groups.flatMap((group) => group.entries);
  const chosenKey = choice.sample && sampleKey(choice.sample);
  const listed = entries.find(({ key }) => key === (chosenKey ?? entries[0]?.key));
  const current: Entry | undefined = listed;
  const sample = choice.sample ?? current?.sample ?? null;
  const key = chosenKey ?? current?.key ?? null;
  const step = useCallback(
    (by: 1 | -1) => {
      const next = neighbour(groups, key ?? "", by);
      if (next) choose(next.sample);
    },
    [groups, key, choose],
  );
  return { ...library, opened, current, sample, key, choose, open, step };
}
