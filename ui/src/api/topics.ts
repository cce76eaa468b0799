import type { QueryClient } from "@tanstack/react-query";
import type { Topic } from "../bindings/Topic";
import type { Command } from "../platform/types";

/** THE one place that says which answers grow stale with which change. */
export const STALE_WITH: Record<Topic, readonly Command[]> = {
  events: ["events", "receipts", "receipt", "status"],
  conversations: ["conversations", "conversation", "status"],
  leads: ["leads", "lead", "conversations", "conversation", "status"],
  intake: ["intake", "sweeps", "backfills", "ledger", "events", "receipts", "status"],
  settings: ["settings", "status", "tunnel", "question_set", "destination_fields", "conversation"],
  questions: ["question_sets", "open_question_set", "compare_versions", "samples", "check_samples"],
  tunnel: ["tunnel", "status"],
};

/** What a command that writes has changed, whether or not the engine tells of it too. */
export const CHANGED_BY: Partial<Record<Command, readonly Topic[]>> = {
  sign_in: ["settings"],
  sign_out: ["settings"],
  check_account: ["settings"],
  set_webhook_secret: ["settings"],
  forget_previous_secret: ["settings"],
  send_test_event: ["events"],
  set_intake: ["intake", "settings"],
  sweep_now: ["intake"],
  start_backfill: ["intake"],
  stop_backfill: ["intake"],
  handle_again: ["intake", "events"],
  replay_events: ["events"],
  set_tunnel: ["settings", "tunnel"],
  start_tunnel: ["tunnel"],
  stop_tunnel: ["tunnel"],
  check_tunnel: ["tunnel"],
  accept_tunnel_address: ["tunnel", "settings"],
  use_vault: ["settings", "leads"],
  unlock_vault: ["settings", "leads"],
  change_passphrase: ["settings"],
  connect_destination: ["settings", "leads"],
  check_destination: ["settings"],
  set_mapping: ["settings", "leads"],
  set_mode: ["settings", "leads"],
  reread: ["conversations", "leads"],
  set_lead_email: ["leads"],
  push: ["leads"],
  config_apply: ["settings", "leads", "conversations", "questions"],
  create_question_set: ["questions"],
  save_version: ["questions", "settings"],
  use_version: ["questions", "settings", "conversations", "leads"],
  delete_question_set: ["questions"],
  undelete_question_set: ["questions"],
  keep_sample: ["questions"],
  remove_sample: ["questions"],
  restore_sample: ["questions"],
  expect_sample: ["questions"],
};

export async function refresh(client: QueryClient, topics: readonly Topic[]): Promise<void> {
  const commands = new Set(topics.flatMap((topic) => STALE_WITH[topic]));
  await Promise.all(
    [...commands].map((command) => client.invalidateQueries({ queryKey: [command] })),
  );
}
