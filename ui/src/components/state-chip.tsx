import type { ReactNode } from "react";
import type { Tone } from "../words/tone";
import { Dot } from "./dot";
import classes from "./tone.module.css";

interface StateChipProps {
  tone: Tone;
  children: ReactNode;
  pulse?: boolean;
  /** Words without a ground, where nothing needs to stand out. */
  plain?: boolean;
  testId?: string;
}

export function StateChip({
  tone,
  children,
  pulse = false,
  plain = false,
  testId,
}: StateChipProps) {
  return (
    <span
      className={classes.chip}
      data-tone={tone}
      data-plain={plain || undefined}
      data-testid={testId}
    >
      <Dot tone={tone} pulse={pulse} />
      {children}
    </span>
  );
}
