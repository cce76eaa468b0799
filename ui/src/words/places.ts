import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Format } from "../i18n/format";
import { languageName } from "./languages";

/** What the fields of a question set are called where they are edited. */
const PLACES: Readonly<Record<string, MessageDescriptor>> = {
  name: msg`Name`,
  language: msg`Language`,
  region: msg`Country`,
  currency: msg`Currency`,
  number: msg`Question no.`,
  field: msg`Name in the lead`,
  text: msg`Words`,
  answer: msg`Answer`,
  options: msg`Choices`,
  capture: msg`Take`,
  repeat: msg`If asked again`,
  required: msg`Required`,
};

const CHOICE = msg({ message: "Choice {place}" });
const WORDS_IN = msg({ message: "Words in {language}" });

/** Where in a question, or in the set, a path leads; `null` where that has no name. */
export function placeInWords(path: string, i18n: I18n, format: Format): string | null {
  const option = /\.options\[(\d+)\]/.exec(path)?.[1];
  if (option !== undefined) {
    const words = { ...CHOICE, values: { place: Number(option) + 1 } };
    return i18n._(words);
  }
  const language = /\.texts\.(.+)$/.exec(path)?.[1];
  if (language) {
    const words = { ...WORDS_IN, values: { language: languageName(language, format) } };
    return i18n._(words);
  }
  const known = path.split(".").findLast((name) => Object.hasOwn(PLACES, name));
  const words = known && PLACES[known];
  return words ? i18n._(words) : null;
}
