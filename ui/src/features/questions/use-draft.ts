import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { usePlatform } from "../../api/platform-context";
import type { QuestionSetDetail } from "../../bindings/QuestionSetDetail";
import { DraftStore } from "./draft-store";

/** A set's draft under the hands: what it is, how it is changed, and how it is kept. */
export function useDraft(detail: QuestionSetDetail) {
  const platform = usePlatform();
  const [store] = useState(
    () =>
      new DraftStore(detail, (draft, revision) =>
        platform.call("save_draft", { id: detail.row.id, draft, revision }),
      ),
  );
  const state = useSyncExternalStore(store.subscribe, store.state);

  useEffect(() => store.take(detail), [store, detail]);

  useEffect(() => {
    const flush = () => void store.flush();
    window.addEventListener("blur", flush);
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("blur", flush);
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, [store]);

  const loadTheirs = useCallback(async () => {
    store.loadTheirs(await platform.call("open_question_set", { id: detail.row.id }));
  }, [store, platform, detail.row.id]);

  return { ...state, store, loadTheirs };
}

export type DraftInHand = ReturnType<typeof useDraft>;
