import { useState } from "react";
import { useDo } from "./use-do";

/** Pushing, in its two forms: for real, and only to see what would be written. */
export function usePush() {
  const real = useDo("push");
  const dry = useDo("push");
  const [asked, setAsked] = useState<string[] | null>(null);
  const push = (ids: string[]) => real.mutate({ ids, dry_run: false });
  const compare = (ids: string[]) => dry.mutate({ ids, dry_run: true });

  return {
    push,
    pushing: real.isPending,
    outcome: real.data?.results[0],
    fault: real.error,
    preview: (ids: string[]) => {
      setAsked(ids);
      dry.reset();
      compare(ids);
    },
    /** What the dialog of the preview needs. */
    dialog: {
      opened: asked !== null,
      report: dry.data,
      fault: dry.error,
      onClose: () => setAsked(null),
      onRetry: () => compare(asked ?? []),
      onPush: () => {
        push(asked ?? []);
        setAsked(null);
      },
    },
  };
}
