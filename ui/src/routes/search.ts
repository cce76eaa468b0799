import type { SettingsSection } from "../api/faults";
import type { LeadState } from "../bindings/LeadState";
import { PANELS, type Panel } from "../features/questions/panels";
import { LEAD_STATE_ORDER } from "../words/leads";

/** What is chosen and filtered, as the address holds it. */
export interface Address {
  search?: string | undefined;
  answer?: number | undefined;
  state?: LeadState | undefined;
  lead?: string | undefined;
  section?: SettingsSection | undefined;
  panel?: Panel | undefined;
  question?: number | undefined;
}

const SECTIONS: readonly SettingsSection[] = [
  "account",
  "webhook",
  "destination",
  "mapping",
  "delivery",
  "questions",
  "secrets",
  "appearance",
];

/** Keeps of an address what makes sense, and drops the rest. */
export function readAddress(raw: Record<string, unknown>): Address {
  const text = (value: unknown) =>
    typeof value === "string" || typeof value === "number" ? String(value) || undefined : undefined;
  const address: Address = {
    search: text(raw.search),
    lead: text(raw.lead),
    answer: typeof raw.answer === "number" ? raw.answer : undefined,
    state: LEAD_STATE_ORDER.find((state) => state === raw.state),
    panel: PANELS.find((panel) => panel === raw.panel),
    question: typeof raw.question === "number" ? raw.question : undefined,
    section: SECTIONS.find((section) => section === raw.section),
  };
  return Object.fromEntries(Object.entries(address).filter(([, value]) => value !== undefined));
}
