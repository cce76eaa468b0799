import { readFileSync } from "node:fs";
import { join } from "node:path";
import { i18n } from "@lingui/core";
import { describe, expect, it } from "vitest";
import { speak } from "../i18n/language";
import { FAULTS } from "./faults";

const CODES = [
  ...(readFileSync(join(import.meta.dirname, "../bindings/Code.ts"), "utf8")
    .split("export type Code")[1]
    ?.matchAll(/"(\w+)"/g) ?? []),
].map(([, code]) => code);

describe("the table of faults", () => {
  it("has a row for every code of the engine, and two of its own", () => {
    expect(CODES.length).toBeGreaterThan(10);
    expect(Object.keys(FAULTS).sort()).toEqual([...CODES, "unreachable", "session_ended"].sort());
  });

  it.each(["en", "fr"] as const)("says a whole sentence for each in %s", async (language) => {
    await speak(language);
    for (const { sentence } of Object.values(FAULTS)) {
      expect(i18n._(sentence)).toMatch(/^\p{Lu}.*\.$|^iAdvize.*\.$/u);
    }
  });
});
