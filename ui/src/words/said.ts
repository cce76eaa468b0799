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
    message: "iAdvize doesn’t show what its schema has (“{said}”): the usual names are asked for",
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
  still_open: msg`iAdvize still shows it as open: it is looked at once more`,
  rule_leaves_out: msg({ message: "The rule “{rule}” leaves it out" }),
  no_rule_for_project: msg`No rule takes its project`,
  no_rule_for_channel: msg`No rule takes its channel`,
  no_rule_for_operator: msg`No rule takes who answered`,
  no_rule_for_language: msg`No rule takes its language`,
  no_rule_for_tag: msg`No rule takes its tags`,
  email_changed: msg`The email has changed since it was sent: push it to send it under the new one`,

  no_such_event: msg`There is no event of this id`,
  replay_handled: msg`Its conversation was fetched anew`,
  replay_waits: msg`Its conversation could not be fetched yet; it is tried again`,
  replay_nothing_to_do: msg`Nothing is done for an event of its type`,
  replay_queued_elsewhere: msg({ message: "Queued; {holder} handles it" }),
  test_arrived: msg({
    message: "The test event arrived: answered in {took} ms, connected in {connect} ms",
  }),
  test_slow: msg({
    message:
      "The test event arrived, but a connection took {connect} ms and iAdvize gives up after 1000 ms: choose a tunnel nearer by, or a faster line",
  }),
  test_refused: msg({
    message: "{address} answers with HTTP {status} instead of taking the test event",
  }),
  test_no_answer: msg({ message: "{address} doesn’t answer: {why}" }),
  test_lost: msg({
    message:
      "{address} takes the test event, but it never arrives here: something else answers at that address",
  }),
  test_no_secret: msg`No signing secret is set: give the one of the app at iAdvize first`,

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
