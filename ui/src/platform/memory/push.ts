import type { Push } from "../../bindings/Push";
import type { PushReport } from "../../bindings/PushReport";
import type { PushResult } from "../../bindings/PushResult";
import { Fault } from "../types";
import { findingsOf } from "./destination";
import { findLead } from "./lists";
import { said } from "./said";
import { type Memory, setLead } from "./state";

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Pushes as the engine does: at once a word on each lead, then the states move by themselves. */
export function push(memory: Memory, request: Push): PushReport {
  const destination = memory.settings.destination;
  if (!destination) throw new Fault("no_destination", "no destination is connected");
  return { results: request.ids.map((id) => one(memory, id, request.dry_run, destination.name)) };
}

function one(memory: Memory, id: string, dryRun: boolean, destination: string): PushResult {
  const lead = findLead(memory, id);
  const { row } = lead;
  const result = { id, state: row.state, record_id: row.record_id, changes: [], findings: [] };
  if (!row.email)
    return { ...result, message: said(dryRun ? "no_email_nothing_sent" : "no_email_yet") };
  if (dryRun) {
    const known = row.record_id !== null;
    const changes = lead.fields.map(({ field, value }, index) => ({
      field,
      now: known && index % 3 !== 2 ? value : null,
      proposed: value,
    }));
    const findings = findingsOf(lead.fields);
    const message = findings.length
      ? said("would_be_refused")
      : row.record_id !== null
        ? said("would_update", { record: row.record_id, name: destination })
        : said("would_create", { name: destination });
    return { ...result, changes, findings, message };
  }
  setLead(memory, row.id, { state: "queued", problem: null, due_at: null, destination });
  void deliver(memory, row.id, destination);
  return { ...result, state: "queued", message: said("queued") };
}

export async function deliver(memory: Memory, id: string, destination: string): Promise<void> {
  const lead = findLead(memory, id);
  await pause(500);
  setLead(memory, id, { state: "sending" });
  await pause(700);
  const [problem] = findingsOf(lead.fields);
  if (problem) return setLead(memory, id, { state: "refused", problem });
  const record =
    lead.row.record_id ?? String(51_840_300 + lead.row.id.length + Math.floor(Math.random() * 600));
  const now = new Date().toISOString();
  lead.attempts = [
    {
      number: lead.attempts.length + 1,
      started_at: now,
      finished_at: now,
      trigger: "manual",
      outcome: "accepted",
      message: said("arrived", { name: destination, record }),
    },
    ...lead.attempts,
  ];
  const attempts = lead.attempts.length;
  setLead(memory, id, {
    state: "sent",
    record_id: record,
    sent_at: now,
    attempts,
    problem: null,
    due_at: null,
  });
}
