import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { type Page, test } from "@playwright/test";

const FOLDER = resolve(import.meta.dirname, "../../docs/screenshots");
const NOW = new Date("2026-11-17T14:05:00Z");
const CAMILLE = "4c8c7408-f73c-42cd-89e9-afbbee7d9024";
const JAMES = "9b0de1c6-53d2-4c0e-8f6a-2f1f0c9b7e11";
const LUCIA = "3b9a2c11-94f7-4a2c-8a0d-6f5e1d7c2b55";
const GIULIA = "8e4d6b90-1a7d-4c1f-b0c2-9a3e5f7d4c66";

interface Shot {
  name: string;
  path: string;
  scene?: string;
  fault?: string;
  act?: (page: Page) => Promise<unknown>;
}

/** Screens that are shown light and dark, in English and French. */
const FULL: Shot[] = [
  { name: "conversations", path: `/conversations/${CAMILLE}?answer=1` },
  { name: "conversations-to-check", path: `/conversations/${JAMES}?answer=1` },
  { name: "leads", path: "/leads" },
  { name: "lead", path: `/leads?lead=lead-${GIULIA}` },
  { name: "settings", path: "/settings" },
  { name: "welcome", path: "/welcome", scene: "fresh" },
];

/** Screens that are shown once. */
const REST: Shot[] = [
  { name: "conversation-no-email", path: `/conversations/${LUCIA}` },
  { name: "settings-destination", path: "/settings?section=destination" },
  { name: "settings-questions", path: "/settings?section=questions" },
  { name: "settings-appearance", path: "/settings?section=appearance" },
  { name: "conversations-none-chosen", path: "/conversations" },
  { name: "conversations-empty", path: "/conversations", scene: "quiet" },
  { name: "conversations-nothing-found", path: "/conversations?search=zzz" },
  { name: "leads-empty", path: "/leads", scene: "quiet" },
  { name: "settings-fresh", path: "/settings", scene: "fresh" },
  { name: "settings-broken", path: "/settings", scene: "broken" },
  { name: "settings-secrets-broken", path: "/settings?section=secrets", scene: "broken" },
  { name: "error-conversations", path: "/conversations", fault: "conversations:unreachable" },
  {
    name: "error-conversation",
    path: `/conversations/${CAMILLE}`,
    fault: "conversation:iadvize_unavailable",
  },
  { name: "error-lead", path: "/leads?lead=c1f0a9d2-7b44-4e1b-9a53-2d8e6f0b7c31" },
  {
    name: "sign-out",
    path: "/settings",
    act: (page) => page.getByTestId("sign-out").click(),
  },
  {
    name: "config-faults",
    path: "/settings?section=questions",
    act: (page) =>
      page.getByTestId("config-file").setInputFiles({
        name: "questions.json",
        mimeType: "application/json",
        buffer: Buffer.from('{"name": "x"}'),
      }),
  },
  {
    name: "error-push",
    path: `/conversations/${CAMILLE}`,
    fault: "push:destination_unauthorised",
    act: (page) => page.getByTestId("push-button").click(),
  },
  {
    name: "leads-selected",
    path: "/leads",
    act: (page) => page.getByRole("checkbox").nth(0).check(),
  },
  {
    name: "dry-run",
    path: `/leads?lead=lead-${JAMES}`,
    act: (page) => page.getByTestId("drawer-preview").click(),
  },
  { name: "shortcuts", path: "/leads", act: (page) => page.keyboard.press("?") },
  {
    name: "dry-run-refused",
    path: "/leads?state=refused",
    act: async (page) => {
      await page
        .getByTestId(/^lead-row-/)
        .first()
        .click();
      await page.getByTestId("drawer-preview").click();
    },
  },
];

const NARROW: Shot[] = FULL.filter(({ name }) => name !== "welcome");

async function shoot(
  page: Page,
  shot: Shot,
  language: string,
  theme: "light" | "dark",
  suffix = "",
) {
  await page.clock.install({ time: NOW });
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
  await page.addInitScript((kept) => localStorage.setItem("leadbridge.language", kept), language);
  const asked = new URLSearchParams({ memory: "", delay: "0", scene: shot.scene ?? "full" });
  if (shot.fault) asked.set("fault", shot.fault);
  await page.goto(`/?${asked}#${shot.path}`);
  await page.getByRole("navigation").first().waitFor();
  await page.clock.runFor(1500);
  await shot.act?.(page);
  await page.clock.runFor(1500);
  mkdirSync(FOLDER, { recursive: true });
  await page.screenshot({
    path: `${FOLDER}/${shot.name}-${theme}-${language}${suffix}.png`,
    caret: "hide",
  });
}

for (const shot of FULL) {
  for (const theme of ["light", "dark"] as const) {
    for (const language of ["en", "fr"]) {
      test(`${shot.name} ${theme} ${language}`, ({ page }) => shoot(page, shot, language, theme));
    }
  }
}

for (const [index, shot] of REST.entries()) {
  const theme = index % 2 ? "dark" : "light";
  const language = index % 3 ? "en" : "fr";
  test(`${shot.name} ${theme} ${language}`, ({ page }) => shoot(page, shot, language, theme));
}

for (const shot of NARROW) {
  test(`${shot.name} narrow`, async ({ page }) => {
    await page.setViewportSize({ width: 900, height: 700 });
    await shoot(page, shot, "fr", "light", "-narrow");
  });
}
