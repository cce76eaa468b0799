/** Changes to one thing this close together are one step back. */
export const ONE_STEP_MS = 800;

/** What was, is, and was undone. */
export interface History<T> {
  past: readonly T[];
  present: T;
  future: readonly T[];
  /** What the last change was made to, and when. */
  last: { what: string; at: number } | null;
}

/** Steps back that are kept; a draft is some kilobytes. */
const STEPS = 500;

export function begin<T>(present: T): History<T> {
  return { past: [], present, future: [], last: null };
}

/** A change. With `what` it goes with the one before it, if that was to the same, just now. */
export function record<T>(
  history: History<T>,
  next: T,
  at: number,
  what: string | null = null,
): History<T> {
  if (next === history.present) return history;
  const { last } = history;
  const goesOn = what !== null && last?.what === what && at - last.at < ONE_STEP_MS;
  return {
    past: goesOn ? history.past : [...history.past, history.present].slice(-STEPS),
    present: next,
    future: [],
    last: what === null ? null : { what, at },
  };
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    last: null,
  };
}

export function redo<T>(history: History<T>): History<T> {
  const [after, ...future] = history.future;
  if (after === undefined) return history;
  return { past: [...history.past, history.present], present: after, future, last: null };
}
