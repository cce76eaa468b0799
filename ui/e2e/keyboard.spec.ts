import { expect, test } from "./test.ts";

const CAMILLE = "4c8c7408-f73c-42cd-89e9-afbbee7d9024";
const JAMES = "9b0de1c6-53d2-4c0e-8f6a-2f1f0c9b7e11";

test("from the list to a pushed lead without a mouse", async ({ open }) => {
  const page = await open("/conversations");
  await expect(page.getByTestId(`conversation-row-${CAMILLE}`)).toBeVisible();

  await page.keyboard.press("j");
  await expect(page.getByRole("heading", { name: "Camille Moreau" })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("heading", { name: "James Whitfield" })).toBeVisible();
  await page.keyboard.press("k");
  await expect(page.getByRole("heading", { name: "Camille Moreau" })).toBeVisible();
  await expect(page.getByTestId(`conversation-row-${CAMILLE}`)).toHaveAttribute(
    "aria-selected",
    "true",
  );

  await page.keyboard.press("4");
  await expect(page.getByTestId("lit-answer-4")).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByTestId("lit-answer-4")).toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("lit-answer-4")).toHaveAttribute("aria-pressed", "false");

  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Conversation", exact: true })).toBeFocused();
  await page.getByTestId("push-button").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("lead-state")).toHaveText("Sent to HubSpot");
});

test("search with / and go on with the arrows", async ({ open }) => {
  const page = await open("/conversations");
  await expect(page.getByTestId(`conversation-row-${CAMILLE}`)).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("whitfield", { delay: 30 });
  await expect(page.getByTestId(`conversation-row-${CAMILLE}`)).toHaveCount(0);
  await expect(page.getByRole("searchbox")).toHaveValue("whitfield");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("heading", { name: "James Whitfield" })).toBeVisible();
  expect(page.url()).toContain("search=whitfield");
  await page.keyboard.press("Escape");
  await expect(page.getByTestId(`conversation-row-${CAMILLE}`)).toBeVisible();
});

test("g and a letter go somewhere, ? helps", async ({ open }) => {
  const page = await open("/conversations");
  for (const [key, nav] of [
    ["l", "leads"],
    ["s", "settings"],
    ["c", "conversations"],
  ] as const) {
    await page.keyboard.press("g");
    await page.keyboard.press(key);
    await expect(page.getByTestId(`nav-${nav}`)).toHaveAttribute("aria-current", "page");
  }
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
});

test("leads: j, x, Escape", async ({ open }) => {
  const page = await open("/leads");
  await expect(page.getByTestId(`lead-row-lead-${CAMILLE}`)).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(page.getByTestId("lead-drawer")).toContainText("James Whitfield");
  await page.keyboard.press("x");
  await expect(page.getByRole("toolbar", { name: "Selected leads" })).toContainText(
    "1 lead selected",
  );
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("lead-drawer")).toHaveCount(0);
});

test("an address opens what it names", async ({ open }) => {
  const page = await open(`/conversations/${JAMES}?answer=4`);
  await expect(page.getByTestId("lit-answer-4")).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect(page.getByTestId("lit-answer-4")).toHaveAttribute("aria-pressed", "true");
});
