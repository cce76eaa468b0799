import { axe, expect, test } from "./test.ts";

const CAMILLE = "4c8c7408-f73c-42cd-89e9-afbbee7d9024";
const JAMES = "9b0de1c6-53d2-4c0e-8f6a-2f1f0c9b7e11";
const LUCIA = "3b9a2c11-94f7-4a2c-8a0d-6f5e1d7c2b55";
const GIULIA = "8e4d6b90-1a7d-4c1f-b0c2-9a3e5f7d4c66";

const SCREENS: [name: string, address: string, scene: string][] = [
  ["a conversation", `/conversations/${CAMILLE}?answer=1`, "full"],
  ["a conversation to check", `/conversations/${JAMES}?answer=1`, "full"],
  ["a conversation without an email", `/conversations/${LUCIA}`, "full"],
  ["no conversation", "/conversations", "quiet"],
  ["leads", "/leads", "full"],
  ["a lead", `/leads?lead=lead-${GIULIA}`, "full"],
  ["settings", "/settings", "full"],
  ["settings where all is wrong", "/settings", "broken"],
  ["the first steps", "/welcome", "fresh"],
];

for (const [name, address, scene] of SCREENS) {
  for (const theme of ["light", "dark"] as const) {
    for (const language of ["en", "fr"] as const) {
      test(`${name}, ${theme}, ${language}`, async ({ open }) => {
        const page = await open(address, scene, { theme, language });
        await page.waitForLoadState("networkidle");
        await expect(page.getByRole("progressbar")).toHaveCount(0);
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", theme);
        expect(await axe(page)).toEqual([]);
      });
    }
  }
}

test("the dialogs", async ({ open }) => {
  const page = await open(`/conversations/${CAMILLE}`);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByText("A new record would be created")).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  expect(await axe(page)).toEqual([]);
});
