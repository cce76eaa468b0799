import type { Said } from "../../bindings/Said";
import type { SaidKey } from "../../bindings/SaidKey";

/** Something said by the sample engine. It knows no English: the window has the words. */
export function said(key: SaidKey, places: Said["with"] = {}): Said {
  return { key, with: places, text: [key, ...Object.values(places)].join(" ") };
}
