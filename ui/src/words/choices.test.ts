import { i18n } from "@lingui/core";
import { expect, it } from "vitest";
import type { Question } from "../bindings/Question";
import { makeFormat } from "../i18n/format";
import { speak } from "../i18n/language";
import { noteWords } from "./answers";
import { reasonInWords } from "./reasons";
import { accountInWords } from "./samples";

const question = (answer: Question["answer"]): Question => ({
  number: 1,
  field: "f",
  text: "",
  answer,
});

it("says of a choice that none was named, and of others that no value was given", async () => {
  await speak("en");
  const named = "None of the choices is named in the reply";
  const valued = "The reply holds no value of the expected kind";
  const note = (of: Question) => i18n._(noteWords("no_value_of_type", of));
  expect(note(question({ type: "choice", options: [] }))).toBe(named);
  expect(note(question({ type: "amount" }))).toBe(valued);
  const reason = { kind: "no_value_of_type" } as const;
  expect(reasonInWords(reason, i18n, "choice")).toBe(named);
  expect(reasonInWords(reason, i18n, "date")).toBe(valued);
  const account = { why: "nothing_of_type", questions: [2] } as const;
  const told = (areChoices: boolean) =>
    accountInWords({ ...account, questions: [2] }, i18n, makeFormat("en"), areChoices);
  expect(told(true)).toBe("None of the choices of Q2 is named in it");
  expect(told(false)).toBe("Nothing of the expected kind for Q2 in it");
});
