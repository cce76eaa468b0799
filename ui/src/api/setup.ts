import type { Settings } from "../bindings/Settings";
import type { SettingsSection } from "./faults";

export type StepId = "account" | "webhook" | "destination" | "questions";

export interface SetupStep {
  id: StepId;
  section: SettingsSection;
  done: boolean;
  /** Nothing is left to do here but to wait for others. */
  waiting: boolean;
}

/** The four steps to a working Leadbridge, and which of them are behind us. */
export function setupSteps(settings: Settings): SetupStep[] {
  const { accounts, receiver, destination, question_set } = settings;
  const called = receiver.last_event_at !== null;
  return [
    {
      id: "account",
      section: "account",
      done: accounts.some((account) => account.has_password),
      waiting: false,
    },
    { id: "webhook", section: "webhook", done: called, waiting: receiver.has_secret && !called },
    {
      id: "destination",
      section: "destination",
      done: destination?.has_token ?? false,
      waiting: false,
    },
    { id: "questions", section: "questions", done: question_set !== null, waiting: false },
  ];
}
