import { describe, expect, it } from "vitest";
import type { PatchStep } from "../../bindings/PatchStep";
import { applyPatch } from "./patch";

const step = (op: PatchStep["op"], path: string, value?: unknown): PatchStep => ({
  op,
  path,
  value,
});

describe("a fix", () => {
  const file = { z: [1, 2], "a/b": { c: 3 }, y: 4 };

  it.each([
    [[step("add", "/x", 5)], { ...file, x: 5 }],
    [[step("add", "/y", 5)], { ...file, y: 5 }],
    [[step("add", "/z/-", 3)], { ...file, z: [1, 2, 3] }],
    [[step("add", "/z/0", 0)], { ...file, z: [0, 1, 2] }],
    [[step("remove", "/z")], { "a/b": { c: 3 }, y: 4 }],
    [[step("remove", "/z/0")], { ...file, z: [2] }],
    [[step("replace", "/z/1", 9)], { ...file, z: [1, 9] }],
    [[step("replace", "/a~1b/c", 0)], { ...file, "a/b": { c: 0 } }],
    [[step("replace", "", []), step("add", "/0", 1)], [1]],
    [[step("remove", "/z/1"), step("remove", "/z/0")], { ...file, z: [] }],
  ])("%j", (steps, expected) => expect(applyPatch(file, steps)).toEqual(expected));

  it("leaves what it was given as it is", () => {
    applyPatch(file, [step("remove", "/z/0")]);
    expect(file.z).toEqual([1, 2]);
  });

  it.each([
    ["remove", ""],
    ["remove", "/x"],
    ["replace", "/x"],
    ["remove", "/z/2"],
    ["remove", "/z/-"],
    ["replace", "/z/-"],
    ["add", "/z/3"],
    ["add", "/z/01"],
    ["add", "/z/+1"],
    ["add", "/x/y"],
    ["add", "/y/0"],
    ["add", "z"],
    ["add", "/constructor/x"],
  ] as const)("%s %s has no place, and changes nothing", (op, path) => {
    expect(applyPatch(file, [step(op, path, 1)])).toBeNull();
  });

  it("takes odd names for names", () => {
    const mended = applyPatch<Record<string, unknown>>({}, [step("add", "/__proto__", 1)]);
    expect(Object.keys(mended ?? {})).toEqual(["__proto__"]);
  });
});
