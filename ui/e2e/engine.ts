import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { test as base, type Page } from "@playwright/test";

const ROOT = resolve(import.meta.dirname, "../..");
const PROGRAM = process.env.LEADBRIDGE_PROGRAM ?? resolve(ROOT, "target/debug/leadbridge");
const PAGES = process.env.LEADBRIDGE_PAGES ?? resolve(ROOT, "ui/dist");

/** Long enough for the demonstration's conversations to be fetched and read. */
const START_MS = 90_000;

interface Engine {
  /** The address that the program printed; its token lets one browser in, once. */
  address: string;
  /** The same without its token, for the pages after the first. */
  origin: string;
}

interface WorkerFixtures {
  /** Each file names its own, and so gets an engine that no other file has changed. */
  story: string;
  engine: Engine;
  /** One page on the engine that all tests of a file share: the address opens only once. */
  shared: { page: Page; complaints: string[] };
}

/** The pages on the real engine, with the demonstration's conversations. */
export const test = base.extend<object, WorkerFixtures>({
  story: ["", { option: true, scope: "worker" }],
  engine: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), "leadbridge-e2e-"));
      const { program, address } = await start(folder);
      await use({ address, origin: new URL(address).origin });
      await stop(program);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: "worker", timeout: START_MS },
  ],
  shared: [
    async ({ browser, engine }, use) => {
      const context = await browser.newContext({
        locale: "en-GB",
        viewport: { width: 1280, height: 800 },
        reducedMotion: "reduce",
      });
      const { origin } = engine;
      await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(String(error)));
      await page.goto(engine.address);
      await page.getByRole("main").waitFor();
      await use({ page, complaints });
      await context.close();
    },
    { scope: "worker", timeout: START_MS },
  ],
});

async function start(settings: string): Promise<{ program: ChildProcess; address: string }> {
  if (!existsSync(PROGRAM))
    throw new Error(`${PROGRAM} is not there: run 'cargo build --package leadbridge-cli' first`);
  const program = spawn(PROGRAM, ["demo", "--ui", "--ui-dir", PAGES], {
    cwd: ROOT,
    // Without the person's settings, files are saved in the demonstration's folder.
    env: { ...process.env, XDG_CONFIG_HOME: settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: program.stdout });
  const address = await new Promise<string>((found, failed) => {
    lines.on("line", (line) => {
      if (line.startsWith("open ")) found(line.slice("open ".length).trim());
    });
    program.once("error", failed);
    program.once("exit", (code) => failed(new Error(`the engine ended with ${code}`)));
  });
  return { program, address };
}

async function stop(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null) return;
  const ended = new Promise((resolve) => program.once("exit", resolve));
  program.kill("SIGTERM");
  await ended;
}
