import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { SaidKey } from "../bindings/SaidKey";

/**
 * THE one table of what the engine says. Each place of its sentences is an argument here; what
 * HubSpot, iAdvize or the system said stands in its place word for word.
 */
export const SAID: Record<SaidKey, MessageDescriptor> = {
  account_answers: msg({
    message:
      "iAdvize answers; the account sees {projects, plural, one {# project} other {# projects}}",
  }),
  not_signed_in: msg`Not signed in to iAdvize: sign in first`,
  wrong_password: msg`iAdvize refuses this email and password: check them, and that the account signs in with a password, not through single sign-on`,
  sign_in_blocked: msg`iAdvize blocks sign-in for a while, after too many: wait a minute or two`,
  token_refused: msg`iAdvize refuses a token that it has just given: sign in again`,
  iadvize_forbids: msg({
    message: "iAdvize says “{said}”: use an account that may read conversations",
  }),
  iadvize_schema: msg({
    message: "iAdvize doesn’t understand our query (“{said}”): update Leadbridge",
  }),
  iadvize_unavailable: msg({
    message: "iAdvize doesn’t answer as it should ({why}); it is tried again",
  }),

  keyring_locked: msg({
    message:
      "The keyring is locked: unlock it, or give the secrets in the environment as {variables}",
  }),
  keyring_no_session: msg({
    message:
      "No keyring answers (there is no D-Bus session): start one (GNOME Keyring, KWallet or KeePassXC), keep secrets in an encrypted file (Settings, Secrets), or give them in the environment as {variables}",
  }),
  keyring_no_service: msg({
    message:
      "No keyring answers (no Secret Service is running): start one (GNOME Keyring, KWallet or KeePassXC), keep secrets in an encrypted file (Settings, Secrets), or give them in the environment as {variables}",
  }),
  keyring_not_created: msg({
    message:
      "The keyring has not been created yet: create one, keep secrets in an encrypted file (Settings, Secrets), or give them in the environment as {variables}",
  }),
  keyring_failed: msg({
    message:
      "The keyring failed ({why}): start it again, keep secrets in an encrypted file (Settings, Secrets), or give them in the environment as {variables}",
  }),
  keyring_waits: msg`The keyring waits to be unlocked: look for its window`,
  vault_locked: msg({
    message:
      "The encrypted file of secrets is locked: enter its passphrase, or start Leadbridge again with LEADBRIDGE_SECRET_VAULT_PASSPHRASE",
  }),
  vault_given_wrong: msg({
    message:
      "The passphrase in LEADBRIDGE_SECRET_VAULT_PASSPHRASE doesn’t open the encrypted file of secrets: correct it and start again",
  }),
  vault_passphrase_changed: msg({
    message:
      "The passphrase of the encrypted file of secrets was changed elsewhere: enter the new one",
  }),
  vault_wrong_passphrase: msg({
    message: "This passphrase doesn’t open the encrypted file of secrets; nothing was changed",
  }),
  vault_needs_passphrase: msg({
    message: "The encrypted file of secrets needs a passphrase",
  }),
  vault_passphrase_short: msg({
    message:
      "The passphrase is too short: it needs {least} characters or more; four or five words that nobody would guess do well",
  }),
  vault_no_passphrase: msg({
    message: "Secrets are not in an encrypted file here: there is no passphrase",
  }),
  vault_in_memory: msg({
    message: "These secrets are in memory, for a demonstration: there is nothing to choose",
  }),
  vault_file_missing: msg({
    message:
      "The file {path} is gone: put a copy of it back, or begin a new file and enter the secrets again",
  }),
  vault_file_damaged: msg({
    message:
      "The file {path} is damaged: put a copy of it back, or begin a new file and enter the secrets again",
  }),
  vault_file_newer: msg({
    message:
      "The file {path} was written by a newer Leadbridge (format {format}): update Leadbridge, nothing was changed",
  }),
  vault_file_failed: msg({
    message: "The file {path} can’t be used: {why}",
  }),
  vault_place_unknown: msg({
    message: "Where secrets are kept can’t be read from {path}: {why}",
  }),
  vault_not_moved: msg({
    message: "The secrets were copied and did not come back the same: they stay where they were",
  }),
  secret_given: msg({ message: "{variable} is set in the environment and wins" }),

  port_in_use: msg({
    message:
      "Port {port} is in use by another program: end it, or choose another port in the configuration (receiver.port)",
  }),
  port_failed: msg({ message: "Port {port} can’t be listened on: {why}" }),
  event_unreadable: msg({ message: "This is no event that Leadbridge can read: {why}" }),
  conversation_unknown: msg({ message: "iAdvize doesn’t know the conversation {id}" }),
  conversation_unreadable: msg({
    message: "The conversation that iAdvize gave can’t be read: {why}",
  }),
  leadbridge_failed: msg({ message: "Leadbridge failed: {why}" }),

  hubspot_answers: msg({
    message: "HubSpot answers; contacts have {fields, plural, one {# field} other {# fields}}",
  }),
  lead_book_ready: msg({
    message: "The lead book is ready; it holds {people, plural, one {# person} other {# people}}",
  }),
  lead_book_failed: msg({ message: "The lead book can’t be written: {why}" }),
  key_missing: msg`HubSpot’s service key is missing: connect it in the settings`,
  key_refused: msg({
    message: "{name} refuses the service key (“{said}”): connect it again in the settings",
  }),
  scopes_missing: msg({
    message:
      "{name}’s service key may not do this (“{said}”): give it the scopes for contacts and connect again",
  }),
  asks_to_wait: msg({ message: "{name} asks to wait (HTTP {status})" }),
  unavailable: msg({ message: "{name} doesn’t answer as it should: {why}" }),
  data_refused: msg({ message: "{name} refuses the data: “{said}”" }),
  field_gone: msg({ message: "There is no field “{field}” any more" }),
  field_read_only: msg({ message: "The field “{field}” can’t be written" }),
  option_missing: msg({ message: "The field “{field}” has no option “{value}”" }),

  arrived: msg({ message: "{name} has it as {record}" }),
  nobody_gave_email: msg`Nobody has given an email yet`,
  email_not_asked: msg({ message: "No email yet; iAdvize could not be asked for it: {why}" }),
  sent: msg({ message: "Sent to {name}" }),
  no_email_yet: msg`No email yet: nothing was sent`,
  queued: msg`In the queue`,
  queued_elsewhere: msg({ message: "In the queue; {holder} sends it" }),
  not_sent: msg`Not sent`,
  no_such_lead: msg`There is no lead or conversation of this id`,
  no_email_nothing_sent: msg`No email yet: nothing would be sent`,
  would_create: msg({ message: "A new record would be created in {name}" }),
  would_update: msg({ message: "Record {record} would be updated in {name}" }),
  would_be_refused: msg`Would be refused`,

  // What another version of Leadbridge has written down stays as it is.
  foreign: msg({ message: "{text}" }),
};

/** Places that count something, so that one thing is not said as many. */
export const COUNTED: readonly string[] = ["projects", "fields", "people"];

/** Destinations whose name is a word, as it stands within a sentence. */
export const DESTINATIONS: Record<string, MessageDescriptor | undefined> = {
  "Lead book": msg`the lead book`,
};
