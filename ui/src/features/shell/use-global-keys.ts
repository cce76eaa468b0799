import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { isTyping } from "../../components/keys";

const PLACES = { c: "/conversations", l: "/leads", q: "/questions", s: "/settings" } as const;

/** `g` waits this long for its second key. */
const CHORD_MS = 1200;

/** The keys that work everywhere: `?` for help, `g` and a letter to go somewhere. */
export function useGlobalKeys(onHelp: () => void): void {
  const navigate = useNavigate();

  useEffect(() => {
    let goSince = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (event.key === "?") return onHelp();
      if (event.key === "g") {
        goSince = event.timeStamp;
        return;
      }
      const to = PLACES[event.key as keyof typeof PLACES];
      if (to && event.timeStamp - goSince < CHORD_MS) {
        event.preventDefault();
        void navigate({ to });
      }
      goSince = Number.NEGATIVE_INFINITY;
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [navigate, onHelp]);
}
