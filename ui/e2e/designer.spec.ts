import { expect, type Page } from "@playwright/test";
import { test } from "./engine.ts";

/**
 * A set made by an admin who speaks French and has no mouse: every step here is a key. The page is
 * one, since the address opens once, and the steps build on each other.
 */
test.describe.configure({ mode: "serial" });
test.use({ story: "designer by keyboard" });

const QUESTIONS = [
  "Quel est votre budget ?",
  "Quel est votre projet ?",
  "Quand souhaitez-vous commencer ?",
  "Dans quelle ville ?",
  "Autre chose à nous dire ?",
];

let page: Page;

test.beforeAll(async ({ shared }) => {
  page = shared.page;
  await page.evaluate(() => localStorage.setItem("leadbridge.language", "fr"));
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
});

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const list = () => page.getByRole("listbox", { name: "Questions dans l’ordre" });
const order = () =>
  list()
    .getByRole("option")
    .evaluateAll((rows) => rows.map((row) => /^Q\d+/.exec(row.textContent ?? "")?.[0]));
const saved = () => expect(page.getByTestId("saving")).toHaveText("Enregistré");
const focused = () => page.locator(":focus");

/** Moves the focus on with Tab until it is there, as a person would. */
async function tabTo(name: RegExp, most = 60): Promise<void> {
  for (let step = 0; step < most; step++) {
    await press("Tab");
    const label = await focused().evaluate((element) => {
      const labels = (element as HTMLInputElement).labels;
      return element.getAttribute("aria-label") ?? labels?.[0]?.textContent ?? element.textContent;
    });
    if (name.test(label ?? "")) return;
  }
  throw new Error(`Tab never came to ${name}`);
}

/** Opens the list that has the focus, goes to an option, and takes it. */
async function choose(name: string): Promise<void> {
  await press("ArrowDown");
  await expect(page.getByRole("option", { name, exact: true })).toBeVisible();
  const here = page.locator("[data-combobox-selected]");
  for (let step = 0; step < 30; step++) {
    if ((await here.count()) === 1 && (await here.textContent()) === name) break;
    await press("ArrowDown");
  }
  await press("Enter");
}

test("makes a set of five questions", async () => {
  await press("g", "q");
  await expect(page.getByRole("heading", { name: "Questions", level: 1 })).toBeVisible();
  await tabTo(/^Nouveau jeu$/);
  await press("Enter");
  await expect(page.getByRole("menuitem", { name: "Partir de zéro" })).toBeVisible();
  await press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Partir de zéro" })).toBeFocused();
  await press("Enter");
  await expect(list()).toBeVisible();
  for (const question of QUESTIONS) {
    await press("n");
    await expect(page.locator("#question-text")).toBeFocused();
    await page.keyboard.type(question);
    await press("Escape");
    await expect(list()).toBeFocused();
  }
  expect(await order()).toEqual(["Q1", "Q2", "Q3", "Q4", "Q5"]);
  await saved();
});

test("has guessed what each is about", async () => {
  await press("Home", "F6");
  await tabTo(/^Nom dans le lead$/);
  await expect(focused()).toHaveValue(/budget/);
  await press("Escape");
});

test("reorders them", async () => {
  await press("Home", "Alt+ArrowDown", "Alt+ArrowDown");
  expect(await order()).toEqual(["Q2", "Q3", "Q1", "Q4", "Q5"]);
  await press("End", "Alt+ArrowUp");
  expect(await order()).toEqual(["Q2", "Q3", "Q1", "Q5", "Q4"]);
  await saved();
});

test("fixes two findings", async () => {
  const strip = page.getByTestId("findings");
  await expect(strip).toContainText("Rien ne demande d’e-mail ni de téléphone");
  await expect(strip).toContainText("est placée après la question");
  const before = await strip.getByRole("listitem").count();
  for (const fix of [/Trier la liste par numéro/, /Ajouter la question/]) {
    for (let step = 0; step < 12; step++) {
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await press("F8");
      await page.waitForFunction(() => document.activeElement !== document.body);
      if (fix.test((await focused().textContent()) ?? "")) break;
    }
    await expect(focused()).toHaveText(fix);
    await press("Enter");
    await expect(strip).not.toContainText(fix);
  }
  expect(await order()).toEqual(["Q1", "Q2", "Q3", "Q4", "Q5", "Q6"]);
  expect(await strip.getByRole("listitem").count()).toBeLessThanOrEqual(before - 2);
  await saved();
});

test("sees both views, and the worst of a channel that nobody documents", async () => {
  await list().focus();
  await press("Home");
  await expect(page.getByTestId("agent-view-1")).toContainText("[](Q1) Quel est votre budget ?");
  await expect(page.getByTestId("visitor-view-1")).toHaveText("Quel est votre budget ?");
  await press("Enter", "End");
  await page.keyboard.type(" Merci.");
  await expect(page.getByTestId("visitor-view-1")).toHaveText("Quel est votre budget ? Merci.");
  await press("Escape", "F6", "F6");
  await tabTo(/^Canal du visiteur$/);
  await choose("WhatsApp");
  await expect(page.getByTestId("visitor-worst-1")).toContainText("[](Q1) Quel est votre budget");
});

test("previews on three samples", async () => {
  await list().focus();
  await press("F6", "F6", "Tab");
  await expect(page.getByRole("tab", { name: "Vues" })).toBeFocused();
  await press("ArrowRight");
  const preview = page.getByTestId("preview");
  const summary = page.getByTestId("preview-summary");
  const sample = page.getByTestId("sample-picker");
  const seen = new Set<string>();
  for (let each = 0; each < 3; each++) {
    await expect(summary).toHaveText(/^[1-6]\b.* sur 6/);
    await expect(preview.getByTestId("answer-1")).toContainText(/Répondu\s*[\d\s]+€/);
    await expect(preview.getByTestId("answer-6")).toContainText(/@example\.\w+/);
    seen.add((await sample.textContent()) ?? "");
    await press("Alt+PageDown");
    await expect(sample).not.toHaveText([...seen].at(-1) ?? "");
  }
  expect(seen.size).toBe(3);
});

test("copies the kit", async () => {
  await list().focus();
  await press("F6", "F6", "Tab");
  await expect(page.getByRole("tab", { name: "Aperçu" })).toBeFocused();
  await press("ArrowRight", "ArrowRight");
  await expect(page.getByRole("tab", { name: "Kit" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByTestId("kit")).toContainText("saisissez-les à la main");
  await expect(page.getByTestId("kit-1")).toContainText("[](Q1) Quel est votre budget ? Merci.");
  await tabTo(/^Tout copier$/);
  await press("Enter");
  await expect(focused()).toHaveText("Copié");
  const all = await page.evaluate(() => navigator.clipboard.readText());
  expect(all).toContain("[](Q1) Quel est votre budget ? Merci.");
  expect(all).toContain("[](Q6) ");
  await list().focus();
  await press("j", "c");
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe("[](Q2) Quel est votre projet ?");
});

test("undoes and redoes", async () => {
  await list().focus();
  await press("End", "Delete");
  expect(await order()).toHaveLength(5);
  await press("Control+z");
  expect(await order()).toHaveLength(6);
  await press("Control+Shift+z");
  expect(await order()).toHaveLength(5);
  await press("Control+z");
  await saved();
});

test("saves a version, which is compared and gone back to", async () => {
  await press("Control+s");
  const dialog = page.getByRole("dialog", { name: "Enregistrer une version" });
  await expect(dialog).toContainText("la première version de ce jeu");
  await press("Space");
  await expect(dialog.getByTestId("save-version-go")).toHaveText("Enregistrer la version");
  await tabTo(/^Enregistrer la version$/);
  await press("Enter");
  await expect(dialog).toHaveCount(0);
  await list().focus();
  await press("Home", "Enter", "End");
  await page.keyboard.type(" Vraiment ?");
  await press("Escape", "F6", "F6", "Tab", "ArrowRight");
  await expect(page.getByRole("tab", { name: "Versions" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  const versions = page.getByTestId("versions");
  await expect(versions.getByTestId("version-1")).toContainText("6 questions");
  await expect(versions).toContainText("Quel est votre budget ? Merci. Vraiment ?");
  await tabTo(/^Repartir de cette version$/);
  await press("Enter");
  await expect(versions).toContainText("Elles sont identiques.");
  await saved();
});

test("survives a crash", async () => {
  await list().focus();
  await press("Home", "Enter", "End");
  await page.keyboard.type(" Sinon");
  await page.evaluate(() => {
    // As if the window had died before it could save: what it sends from now on is lost.
    window.fetch = () => new Promise(() => undefined);
  });
  await page.keyboard.type(" rien");
  const kept = () => page.evaluate(() => Object.values(localStorage).join("\n"));
  await expect.poll(kept).toContain(" Sinon rien");
  await page.reload();
  await expect(page.getByRole("alert")).toContainText("Elles sont encore là");
  await page.getByTestId("restore-left").focus();
  await press("Enter");
  await expect(page.locator("#question-text")).toHaveValue(/ Sinon rien$/);
  await saved();
});

test("made the browser complain of nothing", async ({ shared }) => {
  expect(shared.complaints).toEqual([]);
});
