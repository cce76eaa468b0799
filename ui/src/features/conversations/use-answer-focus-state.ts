import { useNavigate, useSearch } from "@tanstack/react-router";
import { type RefObject, useCallback, useEffect, useMemo, useState } from "react";
import { isDialogOpen, isTyping } from "../../components/keys";
import type { AnswerFocus } from "../../components/reading/answer-focus";

/** Keeps the chosen answer in the address, and brings its other half into view. */
export function useAnswerFocusState(pane: RefObject<HTMLElement | null>): AnswerFocus {
  const navigate = useNavigate();
  const chosen = useSearch({ strict: false, select: (search) => search.answer ?? null });
  const [hovered, setHovered] = useState<number | null>(null);

  const show = useCallback(
    (number: number, half: "lit-answer" | "answer") => {
      const found = pane.current?.querySelector(`[data-testid="${half}-${number}"]`);
      found?.scrollIntoView({ block: "nearest", behavior: calm() ? "auto" : "smooth" });
    },
    [pane],
  );

  const choose = useCallback<AnswerFocus["choose"]>(
    (number, from) => {
      void navigate({
        to: ".",
        search: (old) => ({ ...old, answer: number ?? undefined }),
        replace: true,
      });
      if (number === null) return;
      if (from !== "words") show(number, "lit-answer");
      if (from !== "panel") show(number, "answer");
    },
    [navigate, show],
  );

  const hover = useCallback(
    (number: number | null) => {
      setHovered(number);
      if (number !== null) show(number, "lit-answer");
    },
    [show],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || isDialogOpen())
        return;
      if (/^[1-9]$/.test(event.key)) choose(Number(event.key), "keys");
      if (event.key === "Escape" && chosen !== null) choose(null, "keys");
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [choose, chosen]);

  return useMemo(() => ({ chosen, hovered, choose, hover }), [chosen, hovered, choose, hover]);
}

/** Whether the person asked for less movement. */
function calm(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
