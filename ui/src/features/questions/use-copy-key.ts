import { useEffect, useRef } from "react";
import { isDialogOpen, isTyping } from "../../components/keys";

/** After `g` the letter belongs to going somewhere. */
const CHORD_MS = 1200;

/** The key `c` copies what is chosen. */
export function useCopyKey(onCopy: () => void): void {
  const latest = useRef(onCopy);
  latest.current = onCopy;
  useEffect(() => {
    let goSince = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || isDialogOpen())
        return;
      if (event.key === "g") goSince = event.timeStamp;
      else if (event.key === "c" && event.timeStamp - goSince > CHORD_MS) latest.current();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
