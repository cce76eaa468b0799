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
  wrong_password: msg`iAdvize refuses this email and password: check them. An account that signs in through single sign-on has no password of its own here: create a dedicated user with a password for Leadbridge`,
  single_sign_on: msg`This account signs in to iAdvize through single sign-on, which Leadbridge can’t use: create a dedicated user with a password for Leadbridge`,
  sign_in_blocked: msg`iAdvize blocks sign-in for a while, after too many: wait a minute or two`,
  sign_in_blocked_for: msg({
    message: "iAdvize blocks sign-in after too many, and asks to wait {seconds} s",
  }),
  clock_fast: msg({
    message:
      "This computer’s clock is {minutes} min fast by iAdvize’s: set it right, or conversations are looked for at the wrong time",
  }),
  clock_slow: msg({
    message:
      "This computer’s clock is {minutes} min slow by iAdvize’s: set it right, or conversations are looked for at the wrong time",
  }),
  no_such_host: msg({
    message: "The name {host} can’t be found: check the internet connection, and the address",
  }),
  no_connection: msg({
    message:
      "{host} can’t be reached ({why}): check the internet connection, and that no firewall is in the way",
  }),
  iadvize_too_much: msg({
    message: "iAdvize refuses to answer so much at once ({said}): less is asked for at a time",
  }),
  schema_lacks: msg({
    message:
      "This account’s iAdvize has no {field}, and this can’t be done without it: update Leadbridge",
  }),
  schema_unclear: msg({
    message:
      "This account’s iAdvize has no {field}, and it can’t be told which of these it is: {candidates}. Update Leadbridge",
  }),
  schema_unseen: msg({
    message:
      "iAdvize doesn’t show what its schema has (“{said}”): the usual names are asked for",
  }),
  lost_conversations: msg`No conversation can be read`,
  lost_answers: msg`No answer can be read`,
  lost_order: msg`Messages are read in the order that iAdvize gives them in, and “tomorrow” has no date`,
  lost_message_ids: msg`Messages are named by their place`,
  lost_buttons: msg`Questions that a bot asks with buttons or cards are not read`,
  lost_email: msg`An email is only found where the visitor writes it`,
  lost_phone: msg`A phone number is only found where the visitor writes it`,
  lost_name: msg`The visitor’s name is not known`,
  lost_visitor_id: msg`The visitor’s number at iAdvize is not kept`,
  lost_dates: msg`Conversations stand under the time they were fetched at`,
  lost_channel: msg`The channel is not shown`,
  lost_language: msg`The language is not shown`,
  lost_project: msg`The project is not shown`,
  lost_tags: msg`Tags are not shown`,
  lost_listing: msg`Conversations that were missed can’t be caught up with`,
  lost_operators: msg`It is not known who answered`,
  lost_projects: msg`The account’s projects can’t be listed`,
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
      "No keyring answers (there is no D-Bus session): start one (GNOME Keyring, KWallet or KeePassXC), or give the secrets in the environment as {variables}",
  }),
  keyring_no_service: msg({
    message:
      "No keyring answers (no Secret Service is running): start one (GNOME Keyring, KWallet or KeePassXC), or give the secrets in the environment as {variables}",
  }),
  keyring_not_created: msg({
    message:
      "The keyring has not been created yet: create one, or give the secrets in the environment as {variables}",
  }),
  keyring_failed: msg({
    message:
      "The keyring failed ({why}): start it again, or give the secrets in the environment as {variables}",
  }),
  keyring_waits: msg`The keyring waits to be unlocked: look for its window`,
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
