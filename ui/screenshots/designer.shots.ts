import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import { test } from "../e2e/engine.ts";
import { changedSet, faultySet, openAt } from "../e2e/sets.ts";

const FOLDER = resolve(import.meta.dirname, "../../docs/screenshots");

/** The designer is shot on the engine: nothing else checks questions, reads with them or compares. */
test.describe.configure({ mode: "serial" });
test.use({ story: "screenshots" });

let page: Page;
/** The set that conversations are read with, and one with faults. */
let used = "";
let faulty = "";

interface Shot {
  name: string;
  path: () => string;
  act?: () => Promise<unknown>;
}

const SHOTS: Shot[] = [
  { name: "questions", path: () => "/questions" },
  { name: "designer", path: () => `/questions/${used}?question=1&panel=views` },
  { name: "designer-findings", path: () => `/questions/${faulty}?question=3&panel=views` },
  {
    name: "designer-views",
    path: () => `/questions/${used}?question=4&panel=views`,
    act: async () => {
      await page.getByTestId("views-channel").click();
      await page.getByRole("option", { name: "WhatsApp" }).click();
    },
  },
  { name: "designer-preview", path: () => `/questions/${used}?question=4&panel=preview` },
  {
    name: "designer-what-if",
    path: () => `/questions/${used}?question=1&panel=whatif`,
    act: () => page.getByTestId("whatif-summary").waitFor(),
  },
  { name: "designer-kit", path: () => `/questions/${used}?question=2&panel=kit` },
  { name: "designer-versions", path: () => `/questions/${used}?question=5&panel=versions` },
];

test.beforeAll(async ({ shared }) => {
  page = shared.page;
  mkdirSync(FOLDER, { recursive: true });
  used = await changedSet(page);
  faulty = await faultySet(page);
});

for (const shot of SHOTS) {
  for (const theme of ["light", "dark"] as const) {
    for (const language of ["en", "fr"] as const) {
      test(`${shot.name} ${theme} ${language}`, () => shoot(shot, theme, language));
    }
  }
  test(`${shot.name} narrow`, async () => {
    await page.setViewportSize({ width: 900, height: 700 });
    await shoot(shot, "light", "fr", "-narrow");
    await page.setViewportSize({ width: 1280, height: 800 });
  });
}

async function shoot(shot: Shot, theme: "light" | "dark", language: "en" | "fr", suffix = "") {
  await openAt(page, shot.path(), { theme, language });
  await page.waitForTimeout(500);
  await shot.act?.();
  await page.waitForTimeout(300);
  await page.screenshot({
    path: `${FOLDER}/${shot.name}-${theme}-${language}${suffix}.png`,
    caret: "hide",
  });
}
