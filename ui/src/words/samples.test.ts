import { readFileSync } from "node:fs";
import { join } from "node:path";
import { i18n } from "@lingui/core";
import { describe, expect, it } from "vitest";
import type { MessageUse } from "../bindings/MessageUse";
import { makeFormat } from "../i18n/format";
import { speak } from "../i18n/language";
import { accountInWords, MESSAGE_USES, REPLACED, replacedInWords, SAMPLE_KINDS } from "./samples";

/** The names that the engine's list has, as its binding says. */
function names(binding: string): string[] {
  const code = readFileSync(join(import.meta.dirname, `../bindings/${binding}.ts`), "utf8");
  const type = code.split(`export type ${binding}`)[1] ?? "";
  return [...type.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name).sort();
}

describe("words about samples", () => {
  it.each([
    ["SampleKind", SAMPLE_KINDS],
    ["MessageUse", MESSAGE_USES],
    ["AnonymisedKind", REPLACED],
  ])("%s has words for everything", (binding, table) => {
    expect(Object.keys(table).sort()).toEqual(names(binding));
  });

  const accounts: [MessageUse, number[], string, string][] = [
    ["read", [1, 3], "Read for Q1 and Q3", "Lu pour Q1 et Q3"],
    [
      "before_any_question",
      [],
      "Not read: no question had been asked yet",
      "Pas lu\u00a0: aucune question n’avait encore été posée",
    ],
    [
      "unknown_question",
      [7],
      "Not read: Q7 is not among these questions",
      "Pas lu\u00a0: Q7 ne fait pas partie de ces questions",
    ],
  ];
  it.each(accounts)("%s %j", async (why, questions, english, french) => {
    await speak("en");
    expect(accountInWords({ why, questions }, i18n, makeFormat("en"))).toBe(english);
    await speak("fr");
    expect(accountInWords({ why, questions }, i18n, makeFormat("fr"))).toBe(french);
  });

  it("says what was replaced", async () => {
    await speak("en");
    const words = (of: Parameters<typeof replacedInWords>[0]) =>
      replacedInWords(of, i18n, makeFormat("en"));
    expect(words({ phone: 1, name: 3, email: 0 })).toBe("3 names and 1 phone number");
    expect(words({})).toBe("");
  });
});
