import type { I18n, MessageDescriptor } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import type { Finding } from "../bindings/Finding";
import { type Format, useFormat } from "../i18n/format";
import { ANSWER_TYPES } from "./answers";
import { FINDINGS, FIXES } from "./findings";
import { languageName } from "./languages";
import { placeInWords } from "./places";
import { CAPTURES, REPEATS } from "./questions";

const labels = (table: typeof CAPTURES | typeof REPEATS) =>
  Object.fromEntries(Object.entries(table).map(([code, { label }]) => [code, label]));

/** What the codes are called that findings list. */
const CODES: Readonly<Record<string, MessageDescriptor>> = {
  ...ANSWER_TYPES,
  ...labels(CAPTURES),
  ...labels(REPEATS),
};

/** A finding as the person reads it. */
export interface FindingWords {
  /** The field it is about; `null` where it is about the whole. */
  where: string | null;
  what: string;
  why: string;
  /** What its fix does; `null` where there is none. */
  fix: string | null;
}

/** What was found, in the person's language; in the engine's English what this page doesn't know. */
export function useFindingWords(): (finding: Finding) => FindingWords {
  const { i18n } = useLingui();
  const format = useFormat();
  return useMemo(() => (finding) => inWords(finding, i18n, format), [i18n, format]);
}

function inWords(finding: Finding, i18n: I18n, format: Format): FindingWords {
  const told = FINDINGS[finding.code];
  const values = valuesOf(finding.with, i18n, format);
  const words = finding.fix && FIXES[finding.fix.code];
  const what = told && { ...told.what, values };
  const fix = words && { ...words, values };
  return {
    where: placeInWords(finding.path, i18n, format),
    what: what ? i18n._(what) : finding.message,
    why: told ? i18n._(told.why) : finding.why,
    fix: finding.fix && (fix ? i18n._(fix) : finding.fix.label),
  };
}

/** Codes and places as people know them. */
function valuesOf(given: Finding["with"], i18n: I18n, format: Format): Record<string, string> {
  const values: Record<string, string> = { ...given };
  if (given.other !== undefined) values.place = String(Number(given.other) + 1);
  if (given.language) values.language = languageName(given.language, format);
  const named = (codes: string) =>
    codes.split(", ").map((code) => (CODES[code] ? i18n._(CODES[code]) : code));
  if (given.types) values.types = format.list(named(given.types));
  if (given.known) values.known = named(given.known).join(", ");
  return values;
}
