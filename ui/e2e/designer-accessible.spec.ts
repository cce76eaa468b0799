import { expect, type Page } from "@playwright/test";
import { test } from "./engine.ts";
import { changedSet, faultySet, openAt } from "./sets.ts";
import { axe } from "./test.ts";

/** Every part of the designer under axe, on the real engine, light and dark. */
test.describe.configure({ mode: "serial" });
test.use({ story: "designer accessible" });

let page: Page;
let used = "";
let faulty = "";

test.beforeAll(async ({ shared }) => {
  page = shared.page;
  used = await changedSet(page);
  faulty = await faultySet(page);
});

const SCREENS: [name: string, address: () => string, act?: () => Promise<unknown>][] = [
  ["the sets", () => "/questions"],
  ["choices and views", () => `/questions/${used}?question=1&panel=views`],
  ["findings", () => `/questions/${faulty}?question=3&panel=views`],
  ["a channel that nobody documents", () => `/questions/${used}?question=4`, chooseWhatsApp],
  ["the preview", () => `/questions/${used}?panel=preview`],
  ["what if", () => `/questions/${used}?panel=whatif`],
  ["the kit", () => `/questions/${used}?question=2&panel=kit`],
  ["versions", () => `/questions/${used}?panel=versions`],
  ["checks", () => `/questions/${used}?panel=checks`],
  ["language, country and currency", () => `/questions/${faulty}`, openDetails],
  ["pasting", () => "/questions", openPaste],
  ["saving a version", () => `/questions/${used}`, openSaving],
  ["saving with errors", () => `/questions/${faulty}`, openSaving],
];

for (const [name, address, act] of SCREENS) {
  for (const theme of ["light", "dark"] as const) {
    test(`${name}, ${theme}`, async () => {
      await openAt(page, address(), { theme, language: theme === "light" ? "fr" : "en" });
      await act?.();
      await settled();
      await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", theme);
      expect.soft(await axe(page)).toEqual([]);
    });
  }
}

test("in a narrow window", async () => {
  await page.setViewportSize({ width: 900, height: 700 });
  for (const panel of ["question", "views", "kit", "versions"]) {
    await openAt(page, `/questions/${faulty}?question=1&panel=${panel}`, { language: "fr" });
    expect.soft(await axe(page)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(900);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
});

async function chooseWhatsApp() {
  await page.getByTestId("views-channel").click();
  await page.getByRole("option", { name: "WhatsApp" }).click();
  await expect(page.getByTestId("visitor-worst-4")).toBeVisible();
}

async function openSaving() {
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("dialog")).toBeVisible();
}

/** Until nothing is fetched and nothing moves any more. */
async function settled() {
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== "running"),
  );
}

async function openDetails() {
  await page.getByTestId("set-details").click();
  await expect(page.getByTestId("set-currency")).toBeVisible();
}

async function openPaste() {
  await page.getByTestId("new-set").click();
  await page.getByRole("menuitem").nth(1).click();
  await page.getByTestId("paste-text").fill("- Quel est votre budget ?\n- Votre e-mail ?");
  await expect(page.getByTestId("paste-create")).toBeEnabled();
}
