import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "@babel/core";
import { describe, expect, it } from "vitest";
import { messages as en } from "../locales/en";
import { messages as fr } from "../locales/fr";

const SRC = join(import.meta.dirname, "..");

/** What the code says, by the ids that the macro gives it. */
function saidInCode(): Map<string, string> {
  const said = new Map<string, string>();
  for (const name of readdirSync(SRC, { recursive: true, encoding: "utf8" })) {
    if (!/\.tsx?$/.test(name) || name.includes(".test.")) continue;
    const code = readFileSync(join(SRC, name), "utf8");
    if (!/@lingui\/(core|react)\/macro/.test(code)) continue;
    const result = transformSync(code, {
      filename: name,
      babelrc: false,
      configFile: false,
      parserOpts: { plugins: ["typescript", "jsx"] },
      plugins: [["@lingui/babel-plugin-lingui-macro", { stripMessageField: false }]],
    });
    for (const [, id = ""] of (result?.code ?? "").matchAll(/i18n\*\/\s*\{\s*id: "([^"]+)"/g)) {
      said.set(id, name);
    }
  }
  return said;
}

function po(language: string) {
  const text = readFileSync(join(SRC, "locales", `${language}.po`), "utf8");
  const entries = [...text.matchAll(/^msgid ((?:".*"\n)+)msgstr ((?:".*"\n?)+)/gm)];
  return entries
    .map(([, id = "", words = ""]) => ({ id: unquote(id), words: unquote(words) }))
    .filter(({ id }) => id !== "");
}

const unquote = (lines: string) => lines.replace(/^"|"$/gm, "").replaceAll("\n", "");
const placeholders = (words: string) => (words.match(/<\d+\/?>|\{\w+\}/g) ?? []).sort();

describe("catalogs", () => {
  it("hold every message of the code, in English and in French", () => {
    const said = saidInCode();
    expect(said.size).toBeGreaterThan(250);
    const missing = [...said].filter(([id]) => !(id in en) || !(id in fr));
    expect(missing, "run `npm run messages` and translate what is new").toEqual([]);
  });

  it("leave no message without French", () => {
    const untranslated = po("fr").filter(({ words }) => words === "");
    expect(untranslated.map(({ id }) => id)).toEqual([]);
    expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort());
  });

  it("keep each placeholder in French", () => {
    const broken = po("fr").filter(
      ({ id, words }) =>
        !id.includes("plural") && `${placeholders(id)}` !== `${placeholders(words)}`,
    );
    expect(broken).toEqual([]);
  });

  it("set French signs as French does", () => {
    const wrong = po("fr").filter(({ words }) => / [:;?!»]|« /.test(words) || words.includes("'"));
    expect(wrong.map(({ words }) => words)).toEqual([]);
  });
});
