import { i18n, type Messages } from "@lingui/core";

export const LANGUAGES = ["en", "fr"] as const;
export type Language = (typeof LANGUAGES)[number];
export type LanguageChoice = Language | "system";

const KEY = "leadbridge.language";

export const LANGUAGE_NAMES: Record<Language, string> = { en: "English", fr: "Français" };

export function chosenLanguage(): LanguageChoice {
  const kept = window.localStorage.getItem(KEY);
  return kept === "en" || kept === "fr" ? kept : "system";
}

function resolve(choice: LanguageChoice): Language {
  if (choice !== "system") return choice;
  const spoken = window.navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return spoken.find((tag): tag is Language => tag === "en" || tag === "fr") ?? "en";
}

async function load(language: Language): Promise<Messages> {
  const catalog = language === "fr" ? await import("../locales/fr") : await import("../locales/en");
  return catalog.messages;
}

/** Shows the window in this language from now on. */
export async function speak(choice: LanguageChoice): Promise<void> {
  if (choice === "system") window.localStorage.removeItem(KEY);
  else window.localStorage.setItem(KEY, choice);
  const language = resolve(choice);
  i18n.loadAndActivate({ locale: language, messages: await load(language) });
  document.documentElement.lang = language;
}
