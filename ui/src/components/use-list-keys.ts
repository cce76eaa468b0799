import { useEffect } from "react";
import { isDialogOpen, isTyping } from "./keys";

interface ListKeys {
  ids: readonly string[];
  selected: string | null;
  onSelect: (id: string) => void;
  onOpen?: (id: string) => void;
  onMark?: (id: string) => void;
  onBack?: () => void;
}

/** The keys of a list: j k and arrows to move, Enter to open, x to mark, Escape to go back. */
export function useListKeys({ ids, selected, onSelect, onOpen, onMark, onBack }: ListKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isDialogOpen()) return;
      if (isTyping(event) && !leavesField(event)) return;
      if (event.defaultPrevented) return;
      const at = selected === null ? -1 : ids.indexOf(selected);
      const step = STEPS[event.key];
      if (step !== undefined && !isScrolling(event)) {
        const next = ids[Math.min(Math.max(at + step, 0), ids.length - 1)];
        if (next !== undefined) onSelect(next);
        event.preventDefault();
      }
      if (event.key === "Enter" && selected !== null && onOpen && !isControl(event))
        onOpen(selected);
      if (event.key === "x" && selected !== null) onMark?.(selected);
      if (event.key === "Escape") onBack?.();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [ids, selected, onSelect, onOpen, onMark, onBack]);
}

const STEPS: Record<string, number | undefined> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** From the search field, the arrows go on into what was found. */
function leavesField(event: KeyboardEvent): boolean {
  const target = event.target;
  return (
    target instanceof HTMLInputElement &&
    target.type === "search" &&
    ["ArrowDown", "ArrowUp", "Enter"].includes(event.key)
  );
}

/** Arrows scroll where something that scrolls holds the focus. */
function isScrolling(event: KeyboardEvent): boolean {
  const target = event.target;
  return (
    event.key.startsWith("Arrow") &&
    target instanceof Element &&
    target.matches('section[tabindex="0"]')
  );
}

function isControl(event: KeyboardEvent): boolean {
  const target = event.target;
  return (
    target instanceof Element && target.closest('button, a, summary, [role="button"]') !== null
  );
}
