import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { AnswerType } from "../bindings/AnswerType";
import type { Capture } from "../bindings/Capture";
import type { Repeat } from "../bindings/Repeat";
import type { SetChange } from "../bindings/SetChange";
import type { SetChangeKind } from "../bindings/SetChangeKind";
import type { Format } from "../i18n/format";
import { ANSWER_TYPES } from "./answers";
import { languageName } from "./languages";
import { CAPTURES, REPEATS } from "./questions";

/** What changed between two versions of a set; `before` and `after` are shown beside it. */
export const SET_CHANGES: Record<SetChangeKind, MessageDescriptor> = {
  name: msg`Name of the set`,
  language: msg`Language of the set`,
  region: msg`Country of the set`,
  currency: msg`Currency of the set`,
  question_added: msg`New question`,
  question_removed: msg`Question removed`,
  question_renumbered: msg`Number: its marker must follow in iAdvize`,
  question_moved: msg`Place in the list`,
  text: msg`Words`,
  text_in: msg({ message: "Words in {language}" }),
  field: msg`Name in the lead`,
  answer_type: msg`Kind of answer`,
  option_added: msg({ message: "New choice “{option}”" }),
  option_removed: msg({ message: "Choice “{option}” removed" }),
  option_labels: msg({ message: "What visitors call “{option}”" }),
  options_moved: msg`Order of the choices`,
  multiple: msg`Several can be chosen`,
  capture: msg`What is taken as the reply`,
  repeat: msg`What counts if asked again`,
  required: msg`Required`,
};

const YES = msg`Yes`;
const NO = msg`No`;

/** A change as a person reads it. */
export interface ChangeWords {
  what: string;
  before: string | null;
  after: string | null;
}

export function changeInWords(change: SetChange, i18n: I18n, format: Format): ChangeWords {
  const language = change.language ? languageName(change.language, format) : "";
  const values = { language, option: change.option ?? "" };
  const what = { ...SET_CHANGES[change.kind], values };
  const value = (given: string | null) => given && valueInWords(change.kind, given, i18n, format);
  return {
    what: i18n._(what),
    before: value(change.before),
    after: value(change.after),
  };
}

function valueInWords(kind: SetChangeKind, value: string, i18n: I18n, format: Format): string {
  const named = (words: MessageDescriptor | undefined) => (words ? i18n._(words) : value);
  switch (kind) {
    case "language":
      return languageName(value, format);
    case "answer_type":
      return named(ANSWER_TYPES[value as AnswerType["type"]]);
    case "capture":
      return named(CAPTURES[value as Capture]?.label);
    case "repeat":
      return named(REPEATS[value as Repeat]?.label);
    case "multiple":
    case "required":
      return i18n._(value === "true" ? YES : NO);
    default:
      return value;
  }
}
