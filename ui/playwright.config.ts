import { defineConfig } from "@playwright/test";
import { browser, server, VIEW } from "./e2e/browser.ts";

export default defineConfig({
  testDir: "e2e",
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"]],
  outputDir: "test-results/e2e",
  use: { ...browser, baseURL: server.url, viewport: VIEW, trace: "retain-on-failure" },
  webServer: server,
});
