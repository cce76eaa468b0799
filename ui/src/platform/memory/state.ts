import type { ConversationDetail } from "../../bindings/ConversationDetail";
import type { LeadDetail } from "../../bindings/LeadDetail";
import type { LeadState } from "../../bindings/LeadState";
import type { Settings } from "../../bindings/Settings";
import type { Topic } from "../../bindings/Topic";
import { compose } from "./compose";
import { HUBSPOT_ANSWERS, SAMPLE_MAPPING } from "./destination";
import { leadOf } from "./lead-of";
import { SAMPLE_SET } from "./question-set";
import { type KeptSet, keptSet } from "./questions";
import { said } from "./said";
import { moreScripts } from "./scripts-more";
import { SOUTH } from "./scripts-south";
import { WEST } from "./scripts-west";

/** `full` is a working day, `fresh` a first start, `quiet` set up but nothing came, `broken` all that can be wrong. */
export type Scene = "full" | "fresh" | "quiet" | "broken";

const KEY_REFUSED = said("key_refused", {
  name: "HubSpot",
  said: "Authentication credentials not found",
});
const VARIABLES =
  "LEADBRIDGE_SECRET_IADVIZE_PASSWORD, LEADBRIDGE_SECRET_WEBHOOK_SECRET, LEADBRIDGE_SECRET_HUBSPOT_TOKEN";

export interface Memory {
  scene: Scene;
  settings: Settings;
  conversations: ConversationDetail[];
  leads: LeadDetail[];
  sets: KeptSet[];
  tell: (topic: Topic) => void;
}

export function makeMemory(scene: Scene, many: number, tell: Memory["tell"]): Memory {
  const now = Date.now();
  const empty = scene === "fresh" || scene === "quiet";
  const scripts = empty
    ? []
    : [...WEST, ...SOUTH].sort((a, b) => a.hoursAgo - b.hoursAgo).concat(moreScripts(many));
  const conversations = scripts.map((script) => compose(script, now));
  const leads = scripts.flatMap((script, index) => {
    const detail = conversations[index];
    return script.lead && detail ? [leadOf(script, detail, SAMPLE_MAPPING, "HubSpot")] : [];
  });
  const settings = settingsFor(scene, now);
  const sets = settings.question_set
    ? [keptSet(settings.question_set, "home-loan", new Date(now - 86_400_000).toISOString())]
    : [];
  return { scene, settings, conversations, leads, sets, tell };
}

function settingsFor(scene: Scene, now: number): Settings {
  const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
  const fresh = scene === "fresh";
  const broken = scene === "broken";
  return {
    accounts: fresh
      ? []
      : [
          {
            key: "claire",
            email: "claire.martin@example.com",
            platform: "ha",
            base_url: "https://api.iadvize.com",
            has_password: true,
            check: broken
              ? { at: ago(3), ok: false, message: said("iadvize_unavailable", { why: "HTTP 504" }) }
              : { at: ago(3), ok: true, message: said("account_answers", { projects: "3" }) },
            hook: {
              path: "/hook/3f9c1a7e5b2d4086",
              has_secret: true,
              has_previous_secret: false,
              last_event_at: scene === "quiet" ? null : ago(24),
            },
          },
        ],
    receiver: {
      listening: !broken,
      address: "http://127.0.0.1:47800/hook/3f9c1a7e5b2d4086",
      has_secret: !fresh,
      has_previous_secret: false,
      problem: broken ? said("port_in_use", { port: "47800" }) : null,
      last_event_at: fresh || scene === "quiet" ? null : ago(24),
    },
    destination: fresh
      ? null
      : {
          kind: "hubspot",
          name: "HubSpot",
          base_url: "https://api.hubapi.com",
          has_token: true,
          check: broken
            ? { at: ago(8), ok: false, message: KEY_REFUSED }
            : { at: ago(6), ok: true, message: HUBSPOT_ANSWERS },
          paused: broken ? KEY_REFUSED : null,
        },
    question_set: fresh ? null : SAMPLE_SET,
    mapping: fresh ? [] : SAMPLE_MAPPING,
    mode: "manual",
    vault: broken
      ? {
          kind: "keyring",
          available: false,
          locked: false,
          problem: said("keyring_locked", { variables: VARIABLES }),
          path: null,
        }
      : { kind: "keyring", available: true, locked: false, problem: null, path: null },
  };
}

/** Moves a lead on, and shows it wherever it is shown. */
export function setLead(memory: Memory, id: string, change: Partial<LeadDetail["row"]>): void {
  const lead = memory.leads.find((each) => each.row.id === id);
  if (!lead) return;
  lead.row = { ...lead.row, ...change };
  const conversation = memory.conversations.find(
    (each) => each.row.id === lead.row.conversation_id,
  );
  if (conversation)
    conversation.row = { ...conversation.row, lead: lead.row.state, email: lead.row.email };
  memory.tell("leads");
}

export function countLeads(memory: Memory, ...states: LeadState[]): number {
  return memory.leads.filter((each) => states.includes(each.row.state)).length;
}
