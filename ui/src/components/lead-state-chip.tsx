import { useLingui } from "@lingui/react/macro";
import type { LeadState } from "../bindings/LeadState";
import { LEAD_STATES } from "../words/leads";
import { useDestinationName } from "../words/use-said";
import { StateChip } from "./state-chip";

interface LeadStateChipProps {
  state: LeadState;
  /** Where it went, once it did: "Sent to HubSpot" says more than "Sent". */
  destination?: string | null | undefined;
  testId?: string;
}

export function LeadStateChip({ state, destination, testId }: LeadStateChipProps) {
  const { t } = useLingui();
  const named = useDestinationName();
  const { label, tone } = LEAD_STATES[state];
  const name = destination ? named(destination) : null;
  const words = state === "sent" && name ? t`Sent to ${name}` : t(label);
  return (
    <StateChip
      tone={tone}
      pulse={state === "sending" || state === "queued"}
      {...(testId ? { testId } : {})}
    >
      {words}
    </StateChip>
  );
}
