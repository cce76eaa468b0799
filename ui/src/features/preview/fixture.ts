import type { Answer } from "../../bindings/Answer";
import type { AnswerBrief } from "../../bindings/AnswerBrief";
import type { AnswerChange } from "../../bindings/AnswerChange";
import type { MessageView } from "../../bindings/MessageView";
import type { Preview } from "../../bindings/Preview";
import type { SampleRow } from "../../bindings/SampleRow";

/** The sample data's set. */
export const SET = "home-loan";

const message = (id: string, side: MessageView["side"], text: string): MessageView => ({
  id,
  at: "2026-03-02T09:17:42Z",
  side,
  author: side === "operator" ? "Bot" : "Visitor",
  text,
  markers: text.startsWith("[](Q1)") ? [{ number: 1, start: 0, end: 6 }] : [],
  attachments: [],
});

function answer(number: number, field: string, more: Partial<Answer>): Answer {
  return {
    number,
    field,
    status: "not_asked",
    value: null,
    raw: "",
    confidence: 0,
    evidence: [],
    candidates: [],
    notes: [],
    ...more,
  };
}

/** What is read from a short conversation: one answer of two, and a message that none took. */
export function read(budget: string, more: Partial<Preview> = {}): Preview {
  return {
    messages: [
      message("m0", "visitor", "Hello there"),
      message("m1", "operator", "[](Q1) What is your budget?"),
      message("m2", "visitor", "About 300 000 for a flat"),
    ],
    reading: {
      conversation_id: "c",
      question_set: "Home loan lead",
      email: null,
      answers: [
        answer(1, "budget", {
          status: "answered",
          value: { amount: budget, currency: "EUR" },
          raw: "About 300 000 for a flat",
          confidence: 0.97,
          evidence: [{ message_id: "m2", start: 6, end: 13 }],
        }),
        answer(2, "project", {}),
      ],
    },
    reasons: [
      { number: 1, reasons: [{ kind: "read_after_question" }, { kind: "says_more" }] },
      { number: 2, reasons: [{ kind: "not_asked" }] },
    ],
    accounts: [
      { message_id: "m0", questions: [], why: "before_any_question" },
      { message_id: "m2", questions: [1], why: "read" },
    ],
    unexpected: null,
    took_us: 90,
    ...more,
  };
}

export function shipped(id: string, more: Partial<SampleRow> = {}): SampleRow {
  return {
    sample: { from: "shipped", id },
    kind: "plain",
    name: null,
    language: id.slice(0, 2),
    snippet: `says ${id}`,
    anonymised: false,
    expected: false,
    ...more,
  };
}

export const kept = (id: string, name: string): SampleRow => ({
  ...shipped(id),
  sample: { from: "kept", id },
  kind: null,
  name,
  anonymised: true,
});

export const SAMPLES = [
  shipped("fr/plain"),
  shipped("fr/corrected", { kind: "corrected" }),
  shipped("en/plain"),
  shipped("en/skipped", { kind: "skipped" }),
];

const brief = (value: string): AnswerBrief => ({
  status: "answered",
  value: { amount: value, currency: "EUR" },
  raw: "About 300 000 for a flat",
  notes: [],
});

export const CHANGE: AnswerChange = {
  number: 1,
  field: "budget",
  before: brief("300000"),
  after: brief("250000"),
};
