import type { AttemptView } from "../../bindings/AttemptView";
import type { ConversationDetail } from "../../bindings/ConversationDetail";
import type { LeadDetail } from "../../bindings/LeadDetail";
import type { LeadField } from "../../bindings/LeadField";
import type { MappingRow } from "../../bindings/MappingRow";
import type { Value } from "../../bindings/Value";
import { said } from "./said";
import type { Script } from "./script";

const MINUTE = 60_000;

/** The lead that the engine would make of a conversation. */
export function leadOf(
  script: Script,
  detail: ConversationDetail,
  mapping: readonly MappingRow[],
  destination: string | null,
): LeadDetail {
  const closed = Date.parse(detail.row.closed_at ?? "");
  const state = script.lead ?? "ready";
  const attempts = history(script, closed, destination ?? "HubSpot");
  return {
    row: {
      id: `lead-${script.id}`,
      conversation_id: script.id,
      name: detail.row.visitor,
      email: detail.row.email,
      email_source: detail.reading?.email?.source ?? null,
      state,
      destination,
      record_id: script.record ?? null,
      attempts: attempts.length,
      due_at: state === "retrying" ? new Date(Date.now() + 2.4 * MINUTE).toISOString() : null,
      problem: script.problem ?? null,
      created_at: new Date(closed + 2_000).toISOString(),
      sent_at: state === "sent" ? new Date(closed + 6_000).toISOString() : null,
    },
    fields: fieldsOf(detail, mapping),
    attempts,
  };
}

export function fieldsOf(detail: ConversationDetail, mapping: readonly MappingRow[]): LeadField[] {
  const { row, reading } = detail;
  const [first = "", ...rest] = (row.visitor ?? "").split(" ");
  const context: Record<string, string | null | undefined> = {
    "visitor.first_name": first,
    "visitor.last_name": rest.join(" "),
    "conversation.language": row.language,
    "project.name": row.project,
    "conversation.id": row.id,
    "conversation.tags": detail.tags.join("; "),
  };
  const fields = mapping.flatMap(({ from, to }) => {
    const answer = reading?.answers.find((each) => `answer.${each.field}` === from);
    const value = answer ? plain(answer.value) : context[from];
    return value ? [{ field: to, value, from }] : [];
  });
  return row.email
    ? [{ field: "email", value: row.email, from: "visitor.email" }, ...fields]
    : fields;
}

function plain(value: Value | null): string {
  if (value === null) return "";
  if (Array.isArray(value)) return value.join("; ");
  if (typeof value === "object") return value.amount;
  return String(value);
}

function history(script: Script, closed: number, destination: string): AttemptView[] {
  const at = (minutes: number) => new Date(closed + minutes * MINUTE).toISOString();
  const attempt = (number: number, minutes: number, rest: Partial<AttemptView>): AttemptView => ({
    number,
    started_at: at(minutes),
    finished_at: at(minutes + 0.02),
    trigger: "automatic",
    outcome: "retry",
    message: null,
    ...rest,
  });
  switch (script.lead) {
    case "sent":
      return [
        attempt(1, 0.1, {
          outcome: "accepted",
          message: said("arrived", { name: destination, record: script.record ?? "" }),
        }),
      ];
    case "retrying":
      return [2, 1].map((number) =>
        attempt(number, number * number * 4, {
          message: script.problem ?? null,
        }),
      );
    case "refused":
      return [attempt(1, 0.1, { outcome: "rejected", message: script.problem ?? null })];
    case "failed":
      return [6, 5, 4, 3, 2, 1].map((number) =>
        attempt(number, number * number * 3, { message: script.problem ?? null }),
      );
    case "sending":
      return [{ ...attempt(1, 0.1, { outcome: null }), finished_at: null }];
    default:
      return [];
  }
}
