import { expect, test } from "./test.ts";

const CAMILLE = "4c8c7408-f73c-42cd-89e9-afbbee7d9024";

test("hovering an answer lights its words, a click on the words chooses the answer", async ({
  open,
}) => {
  const page = await open(`/conversations/${CAMILLE}`);
  await page.getByTestId("answer-6").getByRole("button").hover();
  await expect(page.getByTestId("lit-answer-6").first()).toHaveAttribute("data-hovered", "true");
  await expect(page.getByTestId("lit-answer-6").first()).toBeInViewport();
  await page.getByTestId("lit-answer-5").click();
  await expect(page.getByTestId("answer-5").getByRole("button")).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(page.getByTestId("answer-5")).toBeInViewport();
});

test("a list of five thousand scrolls and stays small", async ({ page }) => {
  await page.goto("/?memory&delay=0&many=5000#/conversations");
  const list = page.getByRole("listbox", { name: "Conversations" });
  await expect(list.getByRole("option").first()).toBeVisible();
  expect(await list.getByRole("option").count()).toBeLessThan(60);
  await list.evaluate((element) => element.scrollTo({ top: 60_000 }));
  await expect(async () => {
    const places = await list
      .getByRole("option")
      .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute("aria-posinset"))));
    expect(Math.max(...places)).toBeGreaterThan(190);
  }).toPass();
});

test("the first steps lead through the settings", async ({ open }) => {
  const page = await open("/", "fresh");
  await expect(page.getByTestId("nav-welcome")).toContainText("0/4");
  await page.getByTestId("step-account").getByRole("link").click();
  await page.getByTestId("sign-in-email").fill("claire@example.com");
  await page.getByTestId("sign-in-password").fill("secret");
  await page.getByTestId("sign-in-base-url").fill("http://127.0.0.1:9");
  await page.getByTestId("sign-in-submit").click();
  await page.getByTestId("webhook-secret").fill("secret");
  await page.getByTestId("webhook-secret-save").click();
  await page.getByTestId("destination-kind-hubspot").click();
  await page.getByTestId("destination-token").fill("key");
  await page.getByTestId("destination-base-url").fill("http://127.0.0.1:9");
  await page.getByTestId("destination-connect").click();
  await expect(page.getByTestId("nav-welcome")).toContainText("2/4");
  await page.getByTestId("nav-welcome").click();
  await expect(page.getByTestId("step-webhook")).toContainText("waiting for the first call");
});

test("language and colours switch at once", async ({ open }) => {
  const page = await open("/settings?section=appearance");
  await page.getByText("Français").click();
  await expect(page.getByRole("heading", { name: "Apparence" })).toBeVisible();
  await page.getByRole("button", { name: "Passer au thème sombre" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  await expect(page.getByTestId("nav-settings")).toContainText("Réglages");
});
