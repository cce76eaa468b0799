import type { Format } from "../i18n/format";

/** A language's name; the code itself where nobody knows the code. */
export function languageName(code: string, format: Format): string {
  try {
    return format.language(code);
  } catch {
    return code;
  }
}
