import type { I18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { useCallback } from "react";
import type { Said } from "../bindings/Said";
import { COUNTED, DESTINATIONS, SAID } from "./said";
import { sentence } from "./sentence";

/** A field's name for people. */
type Label = (field: string) => string;

/** What the engine says, in the person's language; with fields as `label` names them. */
export function useSaid(label?: Label): (said: Said) => string {
  const { i18n } = useLingui();
  return useCallback((said) => inWords(said, i18n, label), [i18n, label]);
}

/** A destination's name within a sentence, in the person's language. */
export function useDestinationName(): (name: string) => string {
  const { i18n } = useLingui();
  return useCallback(
    (name) => {
      const words = DESTINATIONS[name];
      return words ? i18n._(words) : name;
    },
    [i18n],
  );
}

function inWords({ key, with: places }: Said, i18n: I18n, label: Label | undefined): string {
  const values = Object.entries(places).map(([place, given]) => {
    if (COUNTED.includes(place)) return [place, Number(given)];
    if (place === "field" && label) return [place, label(given)];
    const destination = place === "name" && DESTINATIONS[given];
    // Who says nothing is quoted so.
    return [place, destination ? i18n._(destination) : given || "…"];
  });
  const descriptor = { ...SAID[key], values: Object.fromEntries(values) };
  return sentence(i18n._(descriptor));
}
