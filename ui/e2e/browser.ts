import { existsSync } from "node:fs";
import type { PlaywrightTestConfig } from "@playwright/test";

export const VIEW = { width: 1280, height: 800 };

const chromium = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

/** The system's Chromium where there is one, else the one that Playwright installs. */
export const browser: NonNullable<PlaywrightTestConfig["use"]> = {
  launchOptions: existsSync(chromium) ? { executablePath: chromium, args: ["--no-sandbox"] } : {},
};

/** The built window, under its own content policy. */
export const server = {
  command: "npm run preview",
  url: "http://127.0.0.1:4178",
  reuseExistingServer: !process.env.CI,
};
