import { type PointerEvent, type RefObject, useState } from "react";

interface Over {
  place: number;
  side: "above" | "below";
}

/** Moves a row of a list with the pointer, by its handle. */
export function useDrag(
  list: RefObject<HTMLElement | null>,
  onMove: (from: number, to: number) => void,
) {
  const [over, setOver] = useState<Over | null>(null);

  const grab = (event: PointerEvent<HTMLElement>, from: number) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    let last: Over | null = null;

    const follow = ({ clientY }: globalThis.PointerEvent) => {
      last = overAt(list.current, clientY);
      setOver(last?.place === from ? null : last);
    };
    const end = (drop: boolean) => () => {
      handle.removeEventListener("pointermove", follow);
      handle.removeEventListener("pointerup", dropped);
      handle.removeEventListener("pointercancel", cancelled);
      setOver(null);
      const to = drop && last ? placeAfter(from, last) : from;
      if (to === from) return;
      swallowClick();
      onMove(from, to);
    };
    const dropped = end(true);
    const cancelled = end(false);
    handle.addEventListener("pointermove", follow);
    handle.addEventListener("pointerup", dropped);
    handle.addEventListener("pointercancel", cancelled);
  };
  return { over, grab };
}

/** A drop ends with a click on the handle, which would choose what has moved into its place. */
function swallowClick() {
  const swallow = (event: Event) => event.stopPropagation();
  window.addEventListener("click", swallow, { capture: true, once: true });
  // It comes at once or, where the pointer was let go elsewhere, not at all.
  setTimeout(() => window.removeEventListener("click", swallow, { capture: true }));
}

/** Where the row lands: those between move up by one. */
export function placeAfter(from: number, { place, side }: Over): number {
  const gap = side === "above" ? place : place + 1;
  return gap > from ? gap - 1 : gap;
}

function overAt(list: HTMLElement | null, y: number): Over | null {
  const rows = [...(list?.querySelectorAll('[role="option"]') ?? [])];
  const boxes = rows.map((row) => row.getBoundingClientRect());
  const place = boxes.findIndex((box) => y < box.bottom);
  if (place < 0) return rows.length > 0 ? { place: rows.length - 1, side: "below" } : null;
  const box = boxes[place];
  return box ? { place, side: y < box.top + box.height / 2 ? "above" : "below" } : null;
}
