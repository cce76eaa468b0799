import { useEffect } from "react";
import { isDialogOpen, isTyping } from "../../components/keys";
import { focusRegion } from "./places";

interface DesignerKeys {
  onUndo: () => void;
  onRedo: () => void;
  onSaveVersion: () => void;
  onDuplicate: () => void;
  onFinding: (step: 1 | -1) => void;
}

/** The keys that work all over the designer, in its fields too. */
export function useDesignerKeys(keys: DesignerKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isDialogOpen() || event.defaultPrevented) return;
      const act = event.ctrlKey || event.metaKey ? withControl(event, keys) : plain(event, keys);
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [keys]);
}

function withControl(event: KeyboardEvent, keys: DesignerKeys) {
  // A field of a panel has nothing to do with the questions, and keeps its own steps back.
  const foreign = isTyping(event) && event.target instanceof Element && isInPanel(event.target);
  switch (event.key.toLowerCase()) {
    case "z":
      return foreign ? null : event.shiftKey ? keys.onRedo : keys.onUndo;
    case "y":
      return foreign ? null : keys.onRedo;
    case "s":
      return keys.onSaveVersion;
    case "d":
      return foreign ? null : keys.onDuplicate;
    default:
      return null;
  }
}

function plain(event: KeyboardEvent, keys: DesignerKeys) {
  const step = event.shiftKey ? -1 : 1;
  if (event.key === "F8") return () => keys.onFinding(step);
  if (event.key === "F6") return () => focusRegion(step);
  return null;
}

function isInPanel(element: Element): boolean {
  return element.closest("[data-panel]") !== null && element.closest("#question-editor") === null;
}
