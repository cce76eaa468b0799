import { useEffect } from "react";
import { isDialogOpen, isTyping } from "../../components/keys";

/** `[` and `]` go through the samples; Alt with Page Up and Page Down does from fields too. */
export function useSampleKeys(onStep: (step: 1 | -1) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || isDialogOpen()) return;
      const step = paging(event) ?? (isTyping(event) ? null : bracket(event));
      if (step === null) return;
      event.preventDefault();
      onStep(step);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [onStep]);
}

function paging({ altKey, ctrlKey, key }: KeyboardEvent): 1 | -1 | null {
  if (!altKey || ctrlKey) return null;
  if (key === "PageDown") return 1;
  return key === "PageUp" ? -1 : null;
}

/** Many keyboards have brackets behind AltGr, which some systems tell as Ctrl with Alt. */
function bracket({ altKey, ctrlKey, key }: KeyboardEvent): 1 | -1 | null {
  if (ctrlKey !== altKey) return null;
  if (key === "]") return 1;
  return key === "[" ? -1 : null;
}
