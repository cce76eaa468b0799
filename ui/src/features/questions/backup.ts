import type { QuestionSet } from "../../bindings/QuestionSet";

/** A draft that is not saved yet, where it outlives the window. */
export interface Backup {
  draft: QuestionSet;
  /** The saved one that it was made from. */
  revision: number;
}

const key = (id: string) => `leadbridge.draft.${id}`;

export function readBackup(id: string): Backup | null {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(key(id)) ?? "null");
    return isBackup(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function writeBackup(id: string, backup: Backup): void {
  try {
    window.localStorage.setItem(key(id), JSON.stringify(backup));
  } catch {
    // A full or forbidden storage must not stop the person from typing; saving goes on.
  }
}

export function dropBackup(id: string): void {
  try {
    window.localStorage.removeItem(key(id));
  } catch {
    // As above.
  }
}

function isBackup(kept: unknown): kept is Backup {
  if (typeof kept !== "object" || kept === null) return false;
  const { draft, revision } = kept as Partial<Backup>;
  return typeof revision === "number" && Array.isArray(draft?.questions);
}
