import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

const SRC = import.meta.dirname;

const FILES = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name) && !/^(bindings|locales)\//.test(name))
  .map((name) => {
    const code = readFileSync(join(SRC, name), "utf8");
    const imports = [...code.matchAll(/(?:from|import)\s*\(?"([^"]+)"/g)].map(([, path = ""]) =>
      path.startsWith(".") ? normalize(join(dirname(name), path)) : path,
    );
    return { name, code, imports };
  });

const area = (path: string) => path.split("/")[0] ?? "";
const feature = (path: string) => (area(path) === "features" ? path.split("/")[1] : undefined);

function offences(rule: (file: (typeof FILES)[number], path: string) => boolean): string[] {
  return FILES.flatMap((file) =>
    file.imports.filter((path) => rule(file, path)).map((path) => `${file.name} imports ${path}`),
  );
}

describe("who may know whom", () => {
  it("only platform/tauri.ts speaks to Tauri", () => {
    const wrong = offences(
      ({ name }, path) => path.startsWith("@tauri-apps") && name !== "platform/tauri.ts",
    );
    expect(wrong).toEqual([]);
  });

  it("a feature imports no other feature", () => {
    const wrong = offences(({ name }, path) => {
      const [from, to] = [feature(name), feature(path)];
      return from !== undefined && to !== undefined && from !== to;
    });
    expect(wrong).toEqual([]);
  });

  it("shared code knows no feature and no route", () => {
    const shared = ["api", "components", "i18n", "platform", "words", "styles"];
    const wrong = offences(
      ({ name }, path) =>
        shared.includes(area(name)) && ["features", "routes"].includes(area(path)),
    );
    expect(wrong).toEqual([]);
  });

  it("features and components reach the engine through api alone", () => {
    const wrong = offences(
      ({ name }, path) =>
        ["features", "components"].includes(area(name)) &&
        path.startsWith("platform/") &&
        path !== "platform/types",
    );
    expect(wrong).toEqual([]);
  });
});

describe("size", () => {
  it("keeps every component within 150 lines", () => {
    const long = FILES.filter(
      ({ name, code }) => name.endsWith(".tsx") && code.split("\n").length > 151,
    );
    expect(long.map(({ name }) => name)).toEqual([]);
  });
});
