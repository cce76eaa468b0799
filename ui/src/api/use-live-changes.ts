import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Topic } from "../bindings/Topic";
import { usePlatform } from "./platform-context";
import { refresh } from "./topics";

/** A burst of changes (a hundred webhooks) asks again once, not a hundred times. */
const GATHER_MS = 120;

/** Keeps what is shown in step with the engine. */
export function useLiveChanges(): void {
  const platform = usePlatform();
  const client = useQueryClient();

  useEffect(() => {
    const changed = new Set<Topic>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = platform.onChange((topic) => {
      changed.add(topic);
      timer ??= setTimeout(() => {
        const topics = [...changed];
        changed.clear();
        timer = undefined;
        void refresh(client, topics);
      }, GATHER_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [platform, client]);
}
