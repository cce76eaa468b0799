import { readFileSync } from "node:fs";
import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "./engine.ts";
import { ask, openAt } from "./sets.ts";

/** What is done with the mouse and with files, on the real engine. */
test.describe.configure({ mode: "serial" });
test.use({ story: "designer by mouse" });

let page: Page;

test.beforeAll(async ({ shared }) => {
  page = shared.page;
  await openAt(page, "/questions");
});

const rows = () => page.getByRole("listbox", { name: "Questions in order" }).getByRole("option");
const order = () =>
  rows().evaluateAll((all) => all.map((row) => /^Q\d+/.exec(row.textContent ?? "")?.[0]));
const saved = () => expect(page.getByTestId("saving")).toHaveText("Saved");
const draft = async () => {
  const id = /questions\/([^?]+)/.exec(page.url())?.[1] ?? "";
  return (await ask(page, "open_question_set", { id })).draft;
};

test("makes a set of pasted questions", async () => {
  await page.getByTestId("new-set").click();
  await page.getByRole("menuitem", { name: "Paste a list…" }).click();
  await page
    .getByTestId("paste-text")
    .fill("1. What is your budget?\n2) Which email address?\n• When would you like to start?");
  const found = page.getByRole("list", { name: "What was found" }).getByRole("listitem");
  await expect(found).toHaveText([/Q1.*Amount/, /Q2.*Email/, /Q3.*Date/]);
  await page.getByTestId("paste-create").click();
  await expect(rows()).toHaveCount(3);
  expect((await draft()).questions.map(({ text }) => text)).toEqual([
    "What is your budget?",
    "Which email address?",
    "When would you like to start?",
  ]);
});

test("drags a question to its place", async () => {
  const grip = rows().nth(0).getByTitle("Drag, or press Alt and an arrow");
  await drag(grip, rows().nth(2));
  await expect.poll(order).toEqual(["Q2", "Q3", "Q1"]);
  await saved();
  expect((await draft()).questions.map(({ number }) => number)).toEqual([2, 3, 1]);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect.poll(order).toEqual(["Q1", "Q2", "Q3"]);
});

test("duplicates and deletes, and takes both back", async () => {
  await rows().nth(1).click();
  await page.getByRole("button", { name: "Duplicate the question" }).click();
  await expect.poll(order).toEqual(["Q1", "Q2", "Q4", "Q3"]);
  await page.getByRole("button", { name: "Delete the question" }).click();
  await expect.poll(order).toEqual(["Q1", "Q2", "Q3"]);
  await page.getByTestId("undo-toast").click();
  await expect.poll(order).toEqual(["Q1", "Q2", "Q4", "Q3"]);
  const undo = page.getByRole("button", { name: "Undo", exact: true });
  for (let step = 0; step < 3; step++) await undo.click();
  await expect.poll(order).toEqual(["Q1", "Q2", "Q3"]);
});

test("offers choices with their synonyms", async () => {
  await rows().nth(2).click();
  await page.getByTestId("answer-type").click();
  await page.getByRole("option", { name: /^Choice/ }).click();
  await page.getByTestId("add-option").click();
  await page.keyboard.type("now");
  await page.keyboard.press("Tab");
  await page.keyboard.type("right away,at once,");
  await page.getByTestId("add-option").click();
  await page.keyboard.type("later");
  await page.getByLabel("Several can be chosen").check();
  await page.getByRole("button", { name: "Move later up" }).click();
  await page.getByLabel("Required").check();
  await saved();
  expect((await draft()).questions[2]).toMatchObject({
    required: true,
    answer: {
      type: "choice",
      multiple: true,
      options: [{ value: "later" }, { value: "now", labels: ["right away", "at once"] }],
    },
  });
});

test("asks in another language under the same number", async () => {
  await page.getByRole("combobox", { name: "Add a language" }).click();
  await page.getByRole("option", { name: "Portuguese" }).click();
  await expect(page.getByLabel("Portuguese", { exact: true })).toBeFocused();
  await page.keyboard.type("Quando gostaria de começar?");
  await saved();
  expect((await draft()).questions[2]?.texts).toEqual({ pt: "Quando gostaria de começar?" });
});

test("exports the set, and imports what was exported", async () => {
  const before = await draft();
  await page.getByTestId("set-menu").click();
  await page.getByRole("menuitem", { name: "Export as a file" }).click();
  const file = await savedFile(".json");
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(before);
  await page.getByRole("link", { name: "All question sets" }).click();
  await page.getByTestId("set-file").setInputFiles(file);
  await expect(rows()).toHaveCount(3);
  expect(await draft()).toEqual(before);
});

test("saves the kit as a table and as a sheet to print", async () => {
  await page.getByTestId("panel-kit").click();
  await expect(page.getByRole("note")).toContainText(
    "no API for pre-recorded answers nor for bots",
  );
  await page.getByLabel("Category in iAdvize").fill("Sales");
  await expect(page.getByTestId("kit-1")).toContainText("[](Q1) What is your budget?");
  await page.getByTestId("save-csv").click();
  const csv = readFileSync(await savedFile(".csv"), "utf8");
  expect(csv).toContain("Sales");
  expect(csv).toContain("[](Q3) Quando gostaria de começar?");
  await page.getByRole("button", { name: "Save sheet to print" }).click();
  expect(readFileSync(await savedFile(".html"), "utf8")).toContain("[](Q1) What is your budget?");
  await page.getByRole("button", { name: "Copy the script" }).click();
  const script = await page.evaluate(() => navigator.clipboard.readText());
  expect(script.indexOf("[](Q1)")).toBeLessThan(script.indexOf("[](Q2)"));
});

test("deletes a set, and brings it back", async () => {
  await page.getByRole("link", { name: "All question sets" }).click();
  const sets = page.getByRole("list", { name: "Question sets" }).getByRole("listitem");
  await expect(sets).toHaveCount(3);
  await sets
    .nth(0)
    .getByRole("button", { name: /^Delete/ })
    .click();
  await expect(sets).toHaveCount(2);
  await page.getByTestId("undo-toast").last().click();
  await expect(sets).toHaveCount(3);
  // What conversations are read with can not be deleted.
  await expect(
    sets.filter({ hasText: "in use" }).getByRole("button", { name: /^Delete/ }),
  ).toBeDisabled();
});

test("made the browser complain of nothing", ({ shared }) => {
  expect(shared.complaints).toEqual([]);
});

/** Where the file went that was saved last, as the window says until it is told to be quiet. */
async function savedFile(ending: string): Promise<string> {
  const told = page.getByRole("alert").filter({ hasText: ending });
  const words = (await told.textContent()) ?? "";
  await told.getByRole("button", { name: "Close" }).click();
  return words.replace(/^Saved as /, "").trim();
}

async function drag(from: Locator, to: Locator): Promise<void> {
  await from.hover();
  await page.mouse.down();
  const box = await to.boundingBox();
  if (!box) throw new Error("nothing to drag to");
  await page.mouse.move(box.x + 40, box.y + box.height / 2, { steps: 4 });
  await page.mouse.move(box.x + 40, box.y + box.height - 4, { steps: 4 });
  await page.mouse.up();
}
