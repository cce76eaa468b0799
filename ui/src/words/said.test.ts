import { readFileSync } from "node:fs";
import { join } from "node:path";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { renderHook } from "@testing-library/react";
import { createElement, type ReactNode } from "react";
import { describe, expect, it } from "vitest";
import type { SaidKey } from "../bindings/SaidKey";
import { speak } from "../i18n/language";
import { said } from "../platform/memory/said";
import { SAID } from "./said";
import { useSaid } from "./use-said";

const ENGINE = join(import.meta.dirname, "../../../crates/engine/src/said.rs");

/** The places of each of the engine's sentences, by its key. */
const PLACES = [...readFileSync(ENGINE, "utf8").matchAll(/^ {4}(\w+) = "(.+)";$/gm)].map(
  ([, name = "", english = ""]) => ({
    key: name.replace(/(?<!^)[A-Z]/g, "_$&").toLowerCase() as SaidKey,
    places: [...english.matchAll(/\{(\w+)\}/g)].map(([, place = ""]) => place).sort(),
  }),
);

async function speaker(language: "en" | "fr", label?: (field: string) => string) {
  await speak(language);
  const wrapper = ({ children }: { children: ReactNode }) =>
    createElement(I18nProvider, { i18n, children });
  return renderHook(() => useSaid(label), { wrapper }).result.current;
}

describe("what the engine says", () => {
  it("is known whole", () => {
    expect(PLACES.map(({ key }) => key).sort()).toEqual(Object.keys(SAID).sort());
  });

  it.each(["en", "fr"] as const)(
    "keeps every place and leaves none open, in %s",
    async (language) => {
      const say = await speaker(language);
      for (const { key, places } of PLACES) {
        const values = places.map((place, at) => [place, `${7000 + at}`]);
        const shown = say(said(key, Object.fromEntries(values))).replace(/(?<=\d)\D(?=\d)/g, "");
        for (const [, value] of values) expect(shown, key).toContain(value);
        expect(shown, key).not.toMatch(/[{}]|undefined/);
        expect(shown, key).toMatch(/^(\p{Lu}|iAdvize|7000)/u);
      }
    },
  );

  it.each([
    ["en", "1", "iAdvize answers; the account sees 1 project"],
    ["en", "3", "iAdvize answers; the account sees 3 projects"],
    ["fr", "1", "iAdvize répond\u00a0; le compte voit 1 projet"],
    ["fr", "3", "iAdvize répond\u00a0; le compte voit 3 projets"],
  ] as const)("counts in %s: %s", async (language, projects, shown) => {
    const say = await speaker(language);
    expect(say(said("account_answers", { projects }))).toBe(shown);
  });

  it("quotes what others said as they said it", async () => {
    const say = await speaker("fr");
    const words = "budget {max} isn't <allowed>";
    expect(say(said("data_refused", { name: "HubSpot", said: words }))).toContain(
      `«\u00a0${words}\u00a0»`,
    );
  });

  it("names fields and the lead book as people know them", async () => {
    const label = (field: string) => ({ loan: "Loan project" })[field] ?? field;
    const say = await speaker("en", label);
    expect(say(said("field_gone", { field: "loan" }))).toBe(
      "There is no field “Loan project” any more",
    );
    expect(say(said("arrived", { name: "Lead book", record: "7" }))).toBe(
      "The lead book has it as 7",
    );
  });
});
