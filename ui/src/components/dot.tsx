import type { Tone } from "../words/tone";
import classes from "./tone.module.css";

/** A state's colour, never without its words beside it. */
export function Dot({ tone, pulse = false }: { tone: Tone; pulse?: boolean }) {
  return (
    <span className={classes.dot} data-tone={tone} data-pulse={pulse || undefined} aria-hidden />
  );
}
