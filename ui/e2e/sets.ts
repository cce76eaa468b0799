import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, type Page } from "@playwright/test";
import type { AnswerType } from "../src/bindings/AnswerType";
import type { QuestionSet } from "../src/bindings/QuestionSet";
import type { Command, RequestOf, ResponseOf } from "../src/platform/types";

/** A set with an error and several warnings, as an admin in a hurry writes it. */
export const FAULTY: QuestionSet = JSON.parse(
  readFileSync(resolve(import.meta.dirname, "faulty-questions.json"), "utf8"),
);

/** Asks the engine behind the page, as the page itself does. */
export function ask<C extends Command>(
  page: Page,
  command: C,
  request: RequestOf<C>,
): Promise<ResponseOf<C>> {
  return page.evaluate(
    async ([name, body]) => {
      const headers = { "Content-Type": "application/json" };
      const response = await fetch(`/rpc/${name}`, { method: "POST", headers, body });
      if (!response.ok) throw new Error(`${name}: ${await response.text()}`);
      return response.json();
    },
    [command, JSON.stringify(request)] as const,
  );
}

/** The set that conversations are read with, once it has two versions and changes since. */
export async function changedSet(page: Page): Promise<string> {
  const sets = await ask(page, "question_sets", {});
  const id = sets.find(({ in_use }) => in_use !== null)?.id ?? "";
  const { draft } = await ask(page, "open_question_set", { id });
  const save = (draft: QuestionSet) => ask(page, "save_draft", { id, draft, revision: null });
  const city = change(draft, 5, { text: "Dans quelle ville se trouve le projet ?" });
  const { revision } = await save(city);
  await ask(page, "save_version", { id, revision, put_to_use: false, drop_lines: false });
  const asked = change(draft, 5, { text: "Dans quelle ville habitez-vous ?", required: true });
  const [first] = asked.questions;
  const answer = { ...first?.answer, options: withoutFloors(first?.answer) };
  await save(change(asked, 1, { answer }));
  return id;
}

const change = (set: QuestionSet, number: number, change: object): QuestionSet => ({
  ...set,
  questions: set.questions.map((each) => (each.number === number ? { ...each, ...change } : each)),
});

/** A choice less, which visitors of the demonstration have made. */
const withoutFloors = (answer: AnswerType | undefined) =>
  answer?.type === "choice" ? answer.options.filter(({ value }) => value !== "floor") : [];

/** A set with faults, and its id. */
export async function faultySet(page: Page): Promise<string> {
  return (await ask(page, "create_question_set", { draft: FAULTY })).row.id;
}

interface Look {
  theme?: "light" | "dark";
  language?: "en" | "fr";
}

/** Goes to an address as if the window were opened there. */
export async function openAt(page: Page, path: string, look: Look = {}): Promise<void> {
  const { theme = "light", language = "en" } = look;
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
  await page.evaluate(
    ([hash, kept]) => {
      localStorage.setItem("leadbridge.language", kept);
      window.location.hash = hash;
    },
    [path, language] as const,
  );
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  const main = page.getByRole("main");
  await main.getByRole("heading").first().waitFor({ state: "attached" });
  await expect(main.getByRole("progressbar")).toHaveCount(0);
  await page.waitForLoadState("load");
}
