import { useEffect } from "react";
import { isDialogOpen, isTyping } from "../../components/keys";

interface EditKeys {
  count: number;
  at: number;
  onChoose: (at: number) => void;
  onMove: (step: 1 | -1) => void;
  onEdit: () => void;
  onAdd: () => void;
  onDuplicate: () => void;
  onDelete: () => void;
}

/** The keys of the list: to move through it, to rearrange it, and to write. */
export function useEditKeys(keys: EditKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.defaultPrevented || isDialogOpen()) return;
      if (event.key === "Escape" && leaves(event)) {
        document.getElementById("questions-list")?.focus();
        return;
      }
      if (isTyping(event) || !isOurs(event.target)) return;
      const act = event.altKey ? moving(event.key, keys) : plain(event.key, keys);
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [keys]);
}

function moving(key: string, keys: EditKeys) {
  if (key === "ArrowDown") return () => keys.onMove(1);
  if (key === "ArrowUp") return () => keys.onMove(-1);
  return null;
}

function plain(key: string, { count, at, ...keys }: EditKeys) {
  const to = (place: number) => () => keys.onChoose(Math.min(Math.max(place, 0), count - 1));
  switch (key) {
    case "j":
    case "ArrowDown":
      return to(at + 1);
    case "k":
    case "ArrowUp":
      return to(at - 1);
    case "Home":
      return to(0);
    case "End":
      return to(count - 1);
    case "Enter":
    case "e":
      return keys.onEdit;
    case "n":
      return keys.onAdd;
    case "d":
      return keys.onDuplicate;
    case "Delete":
    case "Backspace":
      return keys.onDelete;
    default:
      return null;
  }
}

/** Keys go to the list from itself, and from nowhere in particular. */
function isOurs(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof Element && target.id === "questions-list");
}

/** Escape goes back from the question to the list. */
function leaves({ target }: KeyboardEvent): boolean {
  return (
    target instanceof Element &&
    target.closest("#question-editor") !== null &&
    target.getAttribute("aria-expanded") !== "true"
  );
}
