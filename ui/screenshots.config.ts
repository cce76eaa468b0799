import { defineConfig } from "@playwright/test";
import { browser, server, VIEW } from "./e2e/browser.ts";

export default defineConfig({
  testDir: "screenshots",
  testMatch: "*.shots.ts",
  workers: 2,
  reporter: "line",
  outputDir: "test-results/screenshots",
  use: { ...browser, baseURL: server.url, viewport: VIEW },
  webServer: server,
});
