import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { StepId } from "../../api/setup";

interface StepWords {
  title: MessageDescriptor;
  about: MessageDescriptor;
  action: MessageDescriptor;
}

export const STEP_WORDS: Record<StepId, StepWords> = {
  account: {
    title: msg`Sign in to iAdvize`,
    about: msg`With the email and password of an admin. The password goes to the keyring.`,
    action: msg`Sign in`,
  },
  webhook: {
    title: msg`Receive closed conversations`,
    about: msg`Connect a public HTTPS address to Leadbridge, then paste your app’s secret.`,
    action: msg`Set the webhook`,
  },
  destination: {
    title: msg`Choose where leads go`,
    about: msg`HubSpot, or the lead book on this computer to start with.`,
    action: msg`Choose`,
  },
  questions: {
    title: msg`Load your questions`,
    about: msg`The file that says which questions are asked and what kind of answer each expects.`,
    action: msg`Load`,
  },
};
