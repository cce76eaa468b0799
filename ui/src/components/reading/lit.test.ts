import { describe, expect, it } from "vitest";
import type { Answer } from "../../bindings/Answer";
import type { MessageView } from "../../bindings/MessageView";
import { type Stretch, stretches } from "./lit";

function message(text: string, markers: MessageView["markers"] = []): MessageView {
  return { id: "m1", at: null, side: "visitor", author: "Visitor", text, markers, attachments: [] };
}

function answer(number: number, ...spans: [start: number, end: number][]): Answer {
  return {
    number,
    field: `f${number}`,
    status: "answered",
    value: "x",
    raw: "",
    confidence: 1,
    evidence: spans.map(([start, end]) => ({ message_id: "m1", start, end })),
    candidates: [],
    notes: [],
  };
}

/** Lit words in brackets with their numbers, markers as chips: easy to read in a table. */
function show(parts: Stretch[]): string {
  return parts
    .map((part) => {
      if (part.kind === "plain") return part.text;
      if (part.kind === "marker") return `<Q${part.number}>`;
      return `[${part.text}|${part.numbers.join(",")}]`;
    })
    .join("");
}

const CASES: [name: string, message: MessageView, answers: Answer[], shown: string][] = [
  ["nothing to light", message("bonjour"), [], "bonjour"],
  ["an empty message", message(""), [answer(1, [0, 0])], ""],
  ["plain words", message("environ 25 000 €"), [answer(1, [8, 16])], "environ [25 000 €|1]"],
  ["an emoji counts as one", message("🙂🙂 450.000 €"), [answer(1, [3, 12])], "🙂🙂 [450.000 €|1]"],
  ["combining marks count each", message("e\u0301 2"), [answer(1, [3, 4])], "e\u0301 [2|1]"],
  [
    "a marker is never raw",
    message("[](Q1) Votre budget ?", [{ number: 1, start: 0, end: 6 }]),
    [],
    "<Q1> Votre budget ?",
  ],
  [
    "two markers",
    message("[](Q1) a [](Q2) b", [
      { number: 1, start: 0, end: 6 },
      { number: 2, start: 9, end: 15 },
    ]),
    [],
    "<Q1> a <Q2> b",
  ],
  ["several spans", message("280 or 320"), [answer(1, [0, 3], [7, 10])], "[280|1] or [320|1]"],
  [
    "nested: the more exact first",
    message("210 max"),
    [answer(6, [0, 7]), answer(1, [0, 3])],
    "[210|1,6][ max|6]",
  ],
  ["crossing", message("abcdef"), [answer(1, [0, 4]), answer(2, [2, 6])], "[ab|1][cd|1,2][ef|2]"],
  ["beyond the end is left out", message("abc"), [answer(1, [1, 9])], "abc"],
];

describe("stretches", () => {
  it.each(CASES)("%s", (_name, given, answers, shown) => {
    expect(show(stretches(given, answers))).toBe(shown);
  });

  it("leaves other messages alone", () => {
    const other = { ...message("25"), id: "m2" };
    expect(show(stretches(other, [answer(1, [0, 2])]))).toBe("25");
  });
});
