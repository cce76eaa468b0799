import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Severity } from "../bindings/Severity";
import type { Tone } from "./tone";

interface Weight {
  tone: Tone;
  /** What a mark of this colour says of what it stands beside. */
  has: MessageDescriptor;
}

/** How much a finding matters. */
export const SEVERITIES: Record<Severity, Weight> = {
  error: { tone: "bad", has: msg`Has an error` },
  warning: { tone: "warn", has: msg`Has a warning` },
  advice: { tone: "quiet", has: msg`Has advice` },
};
