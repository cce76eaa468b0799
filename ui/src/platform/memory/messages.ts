import type { FaultCode } from "../types";

/** What the engine would say beside each fault. */
export const MESSAGES: Record<FaultCode, string> = {
  bad_input: "this is not an email address",
  not_found: "there is no lead or conversation of this id",
  conflict: "these questions were changed in another window meanwhile; nothing was saved",
  mapping_left: "the mapping still sends answers to questions of before: budget_range",
  wrong_password: "iAdvize refused email and password",
  single_sign_on: "this user signs in through single sign-on",
  clock_off: "this computer's clock is 12 min fast by iAdvize's",
  sign_in_blocked: "iAdvize asks to wait a few minutes",
  not_signed_in: "no account is signed in to iAdvize",
  iadvize_unavailable: "iAdvize answered HTTP 504",
  vault_unavailable: "the keyring is locked",
  vault_locked: "the encrypted file of secrets is locked",
  wrong_passphrase: "this passphrase doesn't open the encrypted file of secrets",
  no_destination: "no destination is connected",
  destination_unauthorised: "HubSpot refused the key (HTTP 401)",
  destination_unavailable: "HubSpot answered HTTP 503",
  data_folder: "the disk is full",
  port_in_use: "port 47800 is in use by another program",
  internal: "the lead could not be written down",
  unreachable: "no connection to 127.0.0.1:47801",
  session_ended: "the session is over",
};
