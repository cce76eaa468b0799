import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { AttemptOutcome } from "../bindings/AttemptOutcome";
import type { LeadEmailSource } from "../bindings/LeadEmailSource";
import type { LeadState } from "../bindings/LeadState";
import type { Trigger } from "../bindings/Trigger";
import type { Tone } from "./tone";

export const LEAD_STATES: Record<LeadState, { label: MessageDescriptor; tone: Tone }> = {
  no_email: { label: msg`No email yet`, tone: "quiet" },
  ready: { label: msg`Ready to send`, tone: "info" },
  queued: { label: msg`In the queue`, tone: "info" },
  sending: { label: msg`Being sent`, tone: "info" },
  retrying: { label: msg`Will be tried again`, tone: "warn" },
  sent: { label: msg`Sent`, tone: "good" },
  refused: { label: msg`Refused`, tone: "bad" },
  failed: { label: msg`Given up`, tone: "bad" },
};

/** The states in which a push is not the first thing to do. */
export const AGAIN_OR_NOT_YET: readonly LeadState[] = ["sent", "no_email", "refused"];

/** The order in which states are offered as filters: what wants attention first. */
export const LEAD_STATE_ORDER: readonly LeadState[] = [
  "no_email",
  "ready",
  "queued",
  "sending",
  "retrying",
  "refused",
  "failed",
  "sent",
];

export const EMAIL_SOURCES: Record<LeadEmailSource, MessageDescriptor> = {
  visitor: msg`from the visitor’s profile`,
  answer: msg`from the answer to a question`,
  transcript: msg`found in the transcript`,
  admin: msg`entered by you`,
};

export const OUTCOMES: Record<AttemptOutcome, { label: MessageDescriptor; tone: Tone }> = {
  accepted: { label: msg`Arrived`, tone: "good" },
  retry: { label: msg`Not now, to be tried again`, tone: "warn" },
  rejected: { label: msg`Data refused`, tone: "bad" },
  unauthorised: { label: msg`Key refused`, tone: "bad" },
  no_email: { label: msg`No email yet`, tone: "quiet" },
};

export const TRIGGERS: Record<Trigger, MessageDescriptor> = {
  automatic: msg`sent automatically`,
  manual: msg`pushed by hand`,
};
