import { i18n } from "@lingui/core";
import { describe, expect, it } from "vitest";
import { makeFormat } from "../i18n/format";
import { speak } from "../i18n/language";
import { placeInWords } from "./places";

describe("places of findings", () => {
  const cases: [path: string, english: string | null, french: string | null][] = [
    ["name", "Name", "Nom"],
    ["currency", "Currency", "Devise"],
    ["questions[1].field", "Name in the lead", "Nom dans le lead"],
    ["questions[1].answer.type", "Answer", "Réponse"],
    ["questions[0].answer.options", "Choices", "Choix"],
    ["questions[0].answer.options[2].labels[0]", "Choice 3", "Choix 3"],
    ["questions[0].texts.de", "Words in German", "Texte en allemand"],
    ["questions[3]", null, null],
    ["", null, null],
    ["constructor", null, null],
  ];
  it.each(cases)("%s", async (path, english, french) => {
    await speak("en");
    expect(placeInWords(path, i18n, makeFormat("en"))).toBe(english);
    await speak("fr");
    expect(placeInWords(path, i18n, makeFormat("fr"))).toBe(french);
  });
});
