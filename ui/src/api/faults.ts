import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { FaultCode } from "../platform/types";

export type Severity = "error" | "warning" | "info";

/** Where the fix is: a section of the settings, or the same thing again. */
export type FaultAction = "retry" | { section: SettingsSection; label: MessageDescriptor };

export type SettingsSection =
  | "account"
  | "webhook"
  | "destination"
  | "mapping"
  | "delivery"
  | "questions"
  | "secrets"
  | "appearance";

export interface FaultRow {
  severity: Severity;
  sentence: MessageDescriptor;
  action: FaultAction | null;
}

/** THE one table of what can go wrong: how bad it is, what to say, what to offer. */
export const FAULTS: Record<FaultCode, FaultRow> = {
  bad_input: {
    severity: "warning",
    sentence: msg`That could not be used as it is. Correct it and try again.`,
    action: null,
  },
  not_found: {
    severity: "info",
    sentence: msg`This is no longer here. It may have been removed.`,
    action: null,
  },
  conflict: {
    severity: "warning",
    sentence: msg`This was changed elsewhere meanwhile. Look at it again, then decide which to keep.`,
    action: null,
  },
  mapping_left: {
    severity: "warning",
    sentence: msg`The mapping still sends answers that these questions do not give. Nothing was put to use.`,
    action: { section: "mapping", label: msg`Open the mapping` },
  },
  wrong_password: {
    severity: "error",
    sentence: msg`iAdvize refused this email and password.`,
    action: { section: "account", label: msg`Sign in again` },
  },
  single_sign_on: {
    severity: "error",
    sentence: msg`This account signs in to iAdvize through single sign-on. Create a user with a password for Leadbridge.`,
    action: { section: "account", label: msg`Sign in with another user` },
  },
  clock_off: {
    severity: "error",
    sentence: msg`This computer’s clock is wrong. Set it right, then try again.`,
    action: "retry",
  },
  sign_in_blocked: {
    severity: "warning",
    sentence: msg`iAdvize blocks sign-in for a while after too many tries. Wait a few minutes.`,
    action: "retry",
  },
  not_signed_in: {
    severity: "warning",
    sentence: msg`You are not signed in to iAdvize yet.`,
    action: { section: "account", label: msg`Sign in to iAdvize` },
  },
  iadvize_unavailable: {
    severity: "warning",
    sentence: msg`iAdvize does not answer as it should. Nothing is lost; try again in a moment.`,
    action: "retry",
  },
  vault_unavailable: {
    severity: "error",
    sentence: msg`The place where secrets are kept does not answer. Unlock it and try again.`,
    action: { section: "secrets", label: msg`See how to go on` },
  },
  vault_locked: {
    severity: "warning",
    sentence: msg`The encrypted file of secrets is locked. What needs a secret waits for its passphrase.`,
    action: { section: "secrets", label: msg`See how to go on` },
  },
  wrong_passphrase: {
    severity: "error",
    sentence: msg`This passphrase does not open the encrypted file of secrets. Nothing was changed.`,
    action: null,
  },
  no_destination: {
    severity: "warning",
    sentence: msg`No destination is chosen yet, so leads have nowhere to go.`,
    action: { section: "destination", label: msg`Choose a destination` },
  },
  destination_unauthorised: {
    severity: "error",
    sentence: msg`The destination refused its key. Nothing is sent until you connect it again.`,
    action: { section: "destination", label: msg`Connect again` },
  },
  destination_unavailable: {
    severity: "warning",
    sentence: msg`The destination does not answer as it should. Leads wait and are tried again.`,
    action: "retry",
  },
  data_folder: {
    severity: "error",
    sentence: msg`Leadbridge cannot use its data folder. Make sure it can be written, then start again.`,
    action: "retry",
  },
  port_in_use: {
    severity: "error",
    sentence: msg`Another program uses the port on which webhooks are received. Close it, then start again.`,
    action: { section: "webhook", label: msg`See the webhook address` },
  },
  internal: {
    severity: "error",
    sentence: msg`Something went wrong inside Leadbridge. Try again; if it stays, restart the program.`,
    action: "retry",
  },
  unreachable: {
    severity: "error",
    sentence: msg`Leadbridge does not answer. Make sure that the program still runs, then try again.`,
    action: "retry",
  },
  session_ended: {
    severity: "error",
    sentence: msg`This page’s session has ended. Open the address that the program printed when it started.`,
    action: null,
  },
};
