import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test as base, expect, type Page } from "@playwright/test";
import type { AxeResults } from "axe-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Look {
  language?: "en" | "fr";
  theme?: "light" | "dark";
}

interface Fixtures {
  /** Opens an address on the sample data. */
  open: (address: string, scene?: string, look?: Look) => Promise<Page>;
  /** What the page complained of; empty at the end of every test. */
  complaints: string[];
}

export const test = base.extend<Fixtures>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(String(error)));
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
  open: async ({ page }, use) => {
    await use(async (address, scene = "full", { language = "en", theme = "light" } = {}) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      // Once: a language that the test switches to stays, as it does for a person.
      await page.addInitScript((kept) => {
        localStorage["leadbridge.language"] ??= kept;
      }, language);
      await page.goto(`/?memory&delay=0&scene=${scene}#${address}`);
      await page.getByRole("main").waitFor();
      return page;
    });
  },
});

export { expect };

/** What axe finds wrong with the page, one line each. */
export async function axe(page: Page): Promise<string[]> {
  // Evaluated, not loaded: the page's own policy allows no foreign script.
  await page.evaluate(AXE);
  const results: AxeResults = await page.evaluate("axe.run()");
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")}: ${failureSummary}`),
  );
}
