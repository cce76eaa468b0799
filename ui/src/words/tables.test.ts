import { readFileSync } from "node:fs";
import { join } from "node:path";
import { i18n } from "@lingui/core";
import { describe, expect, it } from "vitest";
import type { Reason } from "../bindings/Reason";
import { speak } from "../i18n/language";
import { SET_CHANGES } from "./changes";
import { FINDINGS, FIXES } from "./findings";
import { CAPTURES, REPEATS, TYPE_HELP } from "./questions";
import { ASKED_TIMES, REASONS, reasonInWords, reasonsInWords } from "./reasons";

/** The names that the engine's list has, as its binding says. */
function names(binding: string): string[] {
  const code = readFileSync(join(import.meta.dirname, `../bindings/${binding}.ts`), "utf8");
  const type = code.split(`export type ${binding}`)[1] ?? "";
  const tagged = [...type.matchAll(/"(?:kind|type)": "(\w+)"/g)];
  const found = tagged.length > 0 ? tagged : [...type.matchAll(/"(\w+)"/g)];
  return found.map(([, name = ""]) => name).sort();
}

describe("tables of words", () => {
  it.each([
    ["FindingCode", FINDINGS, []],
    ["FixCode", FIXES, []],
    ["SetChangeKind", SET_CHANGES, []],
    ["Capture", CAPTURES, []],
    ["Repeat", REPEATS, []],
    ["AnswerType", TYPE_HELP, []],
    ["Reason", REASONS, ["asked_again"]],
    ["Repeat", ASKED_TIMES, []],
  ])("%s has words for everything", (binding, table, elsewhere) => {
    expect([...Object.keys(table), ...elsewhere].sort()).toEqual(names(binding));
  });

  it.each(["en", "fr"] as const)("say something in %s", async (language) => {
    await speak(language);
    for (const { what, why } of Object.values(FINDINGS)) {
      expect(i18n._(what)).not.toBe("");
      expect(i18n._(why)).toMatch(/\.$/);
    }
  });
});

describe("reasons", () => {
  const cases: [Reason, string, string][] = [
    [{ kind: "found_later", messages: 1 }, "Found 1 message later", "Trouvée 1 message plus tard"],
    [
      { kind: "asked_again", times: 2, kept: "first" },
      "Asked 2 times, the first reply is kept",
      "Posée 2 fois, la première réponse est gardée",
    ],
    [
      { kind: "shared_reply", with: [2, 5] },
      "One reply for this and Q2, Q5",
      "Une seule réponse pour celle-ci et Q2, Q5",
    ],
    [
      { kind: "several_values", count: 3 },
      "3 values given, the last one is kept",
      "3 valeurs données, la dernière est gardée",
    ],
  ];
  it.each(cases)("%j", async (reason, english, french) => {
    await speak("en");
    expect(reasonInWords(reason, i18n)).toBe(english);
    await speak("fr");
    expect(reasonInWords(reason, i18n)).toBe(french);
  });

  it("stand in one line", async () => {
    await speak("en");
    expect(reasonsInWords([{ kind: "read_after_question" }, { kind: "says_more" }], i18n)).toBe(
      "Read right after the question · other words beside it",
    );
  });
});
