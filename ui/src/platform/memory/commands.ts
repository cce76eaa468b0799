import type { QuestionSet } from "../../bindings/QuestionSet";
import type { Said } from "../../bindings/Said";
import type { Status } from "../../bindings/Status";
import { type Command, Fault, type RequestOf, type ResponseOf } from "../types";
import { HUBSPOT_ANSWERS, HUBSPOT_FIELDS, SAMPLE_MAPPING } from "./destination";
import { INTAKE_HANDLERS } from "./intake";
import { conversationPage, findConversation, findLead, leadPage } from "./lists";
import { deliver, push } from "./push";
import { SAMPLE_SET } from "./question-set";
import { loadSet, QUESTION_HANDLERS, READER_HANDLERS } from "./questions";
import { said } from "./said";
import { countLeads, type Memory, setLead } from "./state";

type Handlers = { [C in Command]: (memory: Memory, request: RequestOf<C>) => ResponseOf<C> };

const proof = (message: Said) => ({ at: new Date().toISOString(), ok: true, message });

/** Every command of the engine, on the sample data. */
export const HANDLERS: Handlers = {
  ...INTAKE_HANDLERS,
  status,
  settings: ({ settings }) => settings,
  sign_in: (memory, { email, password, platform, base_url }) => {
    if (password === "wrong")
      throw new Fault("wrong_password", "iAdvize refused email and password");
    const account = {
      key: email,
      email,
      platform,
      base_url: base_url ?? "https://api.iadvize.com",
      has_password: true,
      check: proof(said("account_answers", { projects: "3" })),
      hook: {
        path: "/hook/3f9c1a7e5b2d4086",
        has_secret: false,
        has_previous_secret: false,
        last_event_at: null,
      },
    };
    const others = memory.settings.accounts.filter((one) => one.key !== account.key);
    memory.settings = { ...memory.settings, accounts: [...others, account] };
    return account;
  },
  sign_out: (memory, { account }) => {
    const [first] = memory.settings.accounts;
    const key = account ?? first?.key;
    const accounts = memory.settings.accounts.filter((one) => one.key !== key);
    memory.settings = { ...memory.settings, accounts };
    return {};
  },
  check_account: () => proof(said("account_answers", { projects: "3" })),
  account_schema: () => ({ checked_at: new Date().toISOString(), unchecked: null, items: [] }),
  set_webhook_secret: (memory) => {
    const receiver = { ...memory.settings.receiver, has_secret: true };
    memory.settings = { ...memory.settings, receiver };
    return receiver;
  },
  forget_previous_secret: (memory) => {
    const receiver = { ...memory.settings.receiver, has_previous_secret: false };
    memory.settings = { ...memory.settings, receiver };
    return receiver;
  },
  send_test_event: () => ({
    ok: true,
    message: said("test_arrived", { took: "4", connect: "1" }),
    address: "http://127.0.0.1:47800",
    public: false,
    event_id: "00000000-0000-4000-8000-000000000001",
    status: 200,
    connect_ms: 0.6,
    connect_limit_ms: 1000,
    round_trip_ms: 4.2,
  }),
  use_vault: ({ settings }) => settings.vault,
  unlock_vault: ({ settings }) => settings.vault,
  change_passphrase: ({ settings }) => settings.vault,
  connect_destination: (memory, { kind, token, base_url }) => {
    if (kind === "hubspot" && token === "wrong") {
      throw new Fault("destination_unauthorised", "HubSpot refused the key (401)");
    }
    const hubspot = kind === "hubspot";
    const destination = {
      kind,
      name: hubspot ? "HubSpot" : "Lead book",
      base_url: hubspot ? (base_url ?? "https://api.hubapi.com") : "",
      has_token: true,
      check: proof(hubspot ? HUBSPOT_ANSWERS : said("lead_book_ready", { people: "0" })),
      paused: null,
    };
    const mapping = memory.settings.mapping.length ? memory.settings.mapping : SAMPLE_MAPPING;
    memory.settings = { ...memory.settings, destination, mapping };
    return destination;
  },
  // Without a machine there is nothing that a tunnel could lead to.
  tunnel: () => null,
  tunnel_programs: () => [],
  set_tunnel: () => null,
  start_tunnel: () => null,
  stop_tunnel: () => null,
  check_tunnel: () => null,
  accept_tunnel_address: () => null,
  check_destination: () => proof(HUBSPOT_ANSWERS),
  destination_fields: ({ settings }) => {
    if (!settings.destination) throw new Fault("no_destination", "no destination is connected");
    return HUBSPOT_FIELDS;
  },
  set_mapping: (memory, { rows }) => {
    memory.settings = { ...memory.settings, mapping: rows };
    return memory.settings;
  },
  set_mode: (memory, { mode }) => {
    memory.settings = { ...memory.settings, mode };
    return memory.settings;
  },
  question_set: ({ settings }) => settings.question_set,
  ...QUESTION_HANDLERS,
  ...READER_HANDLERS,
  events: () => ({ rows: [], next: null }),
  receipts: () => ({ rows: [], next: null, only_counted: 0 }),
  receipt: (_, { id }) => {
    throw new Fault("not_found", `there is no delivery or event "${id}"`);
  },
  replay_events: (_, { ids }) => ({
    results: ids.map((id) => ({ id, outcome: "not_found", message: said("no_such_event", {}) })),
  }),
  conversations: conversationPage,
  conversation: (memory, { id }) => findConversation(memory, id),
  reread: (memory, { id }) => findConversation(memory, id),
  leads: leadPage,
  lead: (memory, { id }) => findLead(memory, id),
  set_lead_email: (memory, { id, email }) => {
    if (!/^\S+@\S+\.\S+$/.test(email))
      throw new Fault("bad_input", `${email} is not an email address`);
    const lead = findLead(memory, id);
    const { destination, mode } = memory.settings;
    const state = destination && mode === "automatic" ? "queued" : "ready";
    setLead(memory, lead.row.id, { email, email_source: "admin", state });
    lead.fields = [{ field: "email", value: email, from: "visitor.email" }, ...lead.fields];
    if (state === "queued" && destination) void deliver(memory, lead.row.id, destination.name);
    return lead;
  },
  push,
  export_lead_book: (memory, { folder }) => ({
    path: `${folder ?? "/home/claire/Downloads"}/leads-2026-11-17.csv`,
    rows: memory.leads.length,
  }),
  save_text_file: (_memory, { name, text }) => ({
    path: `/home/claire/Downloads/${name}`,
    rows: text.split("\n").length,
  }),
  config_export: ({ settings }) => ({
    json: JSON.stringify(
      { question_set: settings.question_set, mapping: settings.mapping },
      null,
      2,
    ),
  }),
  config_apply: (memory, { json }) => {
    const given: QuestionSet = JSON.parse(json);
    const question_set = given.questions?.length ? given : SAMPLE_SET;
    loadSet(memory, question_set);
    return memory.settings;
  },
  config_check: (_memory, { json }) => ({ faults: faultsOf(json) }),
};

function faultsOf(json: string): string[] {
  try {
    const file: unknown = JSON.parse(json);
    const fine =
      typeof file === "object" && file !== null && JSON.stringify(file).includes('"questions"');
    return fine ? [] : ["question_set: missing field `questions`"];
  } catch (cause) {
    return [cause instanceof Error ? cause.message : String(cause)];
  }
}

function status(memory: Memory): Status {
  const { settings } = memory;
  return {
    version: "0.1.0",
    data_dir: "/home/claire/.local/share/leadbridge",
    host: { kind: "active" },
    receiver: settings.receiver,
    accounts: settings.accounts,
    tunnel: null,
    destination: settings.destination,
    vault: settings.vault,
    counts: {
      conversations: memory.conversations.length,
      events_waiting: 0,
      events_failed: memory.scene === "broken" ? 2 : 0,
      leads: {
        no_email: countLeads(memory, "no_email"),
        ready: countLeads(memory, "ready"),
        sending: countLeads(memory, "queued", "sending"),
        retrying: countLeads(memory, "retrying"),
        sent: countLeads(memory, "sent"),
        refused: countLeads(memory, "refused"),
        failed: countLeads(memory, "failed"),
      },
    },
  };
}
