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

  tunnel_proved: msg({ message: "The address leads here; connecting takes {ms} ms" }),
  tunnel_slow: msg({
    message:
      "The address leads here, but connecting takes {ms} ms and iAdvize waits {limit} ms at most",
  }),
  tunnel_name_unknown: msg({ message: "{host} is not known to the name service: {why}" }),
  tunnel_no_connection: msg({ message: "No connection to {host}: {why}" }),
  tunnel_certificate: msg({ message: "{host} has no certificate that can be trusted: {why}" }),
  tunnel_elsewhere: msg({
    message: "{host} answers (HTTP {status}), but what is sent there doesn’t arrive here",
  }),
  tunnel_silent: msg({ message: "{host} doesn’t answer within {seconds} s" }),
  tunnel_broke_off: msg({ message: "{host} broke off: {why}" }),
  tunnel_program_missing: msg({
    message: "{program} is not found on this machine: install it first",
  }),
  tunnel_not_allowed: msg({ message: "{program} may not be started like this: {why}" }),
  tunnel_not_started: msg({ message: "{program} can’t be started: {why}" }),
  tunnel_ended: msg({ message: "{program} ended ({why})" }),
  tunnel_says: msg({ message: "{program} says: {said}" }),
  tunnel_no_address: msg({ message: "{program} has given no address within {seconds} s" }),
  tunnel_address_unusable: msg({
    message: "{program} gave an address that iAdvize can’t call: {why}",
  }),
  tunnel_secret_refused: msg({
    message: "{server} refuses the secret, or wants one: set it again",
  }),
  tunnel_host_key: msg({
    message:
      "{host} doesn’t show the key that it had before: if it has a new one, remove the old one from the known hosts",
  }),
  tunnel_key_refused: msg({
    message: "{host} refuses this user and key: check both, and that the key needs no passphrase",
  }),
  tunnel_port_taken: msg({ message: "Port {port} at {host} is in use, or may not be used" }),
  tunnel_needs_window: msg`This tunnel is run by Leadbridge’s window; where there is none, set a fixed address`,
  tunnel_no_listener: msg`The tunnel waits until webhooks can be received here`,
  tunnel_kept_elsewhere: msg({ message: "{holder} keeps the tunnel" }),
  tunnel_network_changed: msg`The network has changed: the tunnel is opened again`,
  install_run: msg({ message: "Run {command}" }),
  install_from: msg({ message: "Get it from {address}" }),

  // What another version of Leadbridge has written down stays as it is.
  foreign: msg({ message: "{text}" }),
};

/** Places that count something, so that one thing is not said as many. */
export const COUNTED: readonly string[] = ["projects", "fields", "people"];

/** Destinations whose name is a word, as it stands within a sentence. */
export const DESTINATIONS: Record<string, MessageDescriptor | undefined> = {
  "Lead book": msg`the lead book`,
};
