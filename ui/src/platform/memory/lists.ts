import type { ConversationRow } from "../../bindings/ConversationRow";
import type { LeadRow } from "../../bindings/LeadRow";
import type { ListRequest } from "../../bindings/ListRequest";
import { Fault } from "../types";
import type { Memory } from "./state";

function page<Row extends { id: string }>(rows: Row[], request: ListRequest) {
  const from = request.after ? rows.findIndex((row) => row.id === request.after) + 1 : 0;
  const limit = request.limit ?? 200;
  const shown = rows.slice(from, from + limit);
  return { rows: shown, next: from + limit < rows.length ? (shown.at(-1)?.id ?? null) : null };
}

function holds(search: string | undefined, ...texts: (string | null)[]): boolean {
  const words = (search ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const text = texts.join(" ").toLowerCase();
  return words.every((word) => text.includes(word));
}

export function conversationPage(memory: Memory, request: ListRequest) {
  const rows = memory.conversations
    .map((each) => each.row)
    .filter((row: ConversationRow) =>
      holds(request.search, row.id, row.visitor, row.email, row.project, row.snippet),
    );
  return page(rows, request);
}

export function leadPage(memory: Memory, request: ListRequest) {
  const rows = memory.leads
    .map((each) => each.row)
    .filter((row: LeadRow) => !request.state || row.state === request.state)
    .filter((row) => holds(request.search, row.id, row.name, row.email));
  return page(rows, request);
}

export function findConversation(memory: Memory, id: string) {
  const found = memory.conversations.find((each) => each.row.id === id);
  if (!found) throw new Fault("not_found", "there is no conversation of this id");
  const lead = memory.leads.find((each) => each.row.conversation_id === id)?.row ?? null;
  return { ...found, lead, question_set: memory.settings.question_set };
}

export function findLead(memory: Memory, id: string) {
  const found = memory.leads.find((each) => each.row.id === id || each.row.conversation_id === id);
  if (!found) throw new Fault("not_found", "there is no lead or conversation of this id");
  return found;
}
