import { describe, expect, it } from "vitest";
import { contentOf, meterOf } from "./meter";
import { rich } from "./rich";
import { same } from "./same";

describe("the length of a message", () => {
  it.each([
    [1, "Quoi ?", 13, "calm"],
    [12, "Quoi ?", 14, "calm"],
    [1, "", 6, "calm"],
    [1, "  Quoi ?  ", 13, "calm"],
    [1, "é".repeat(243), 250, "calm"],
    [1, "é".repeat(244), 251, "long"],
    [1, "🙂".repeat(443), 450, "long"],
    [1, "a".repeat(444), 451, "too_long"],
  ])("Q%i with %j has %i characters", (number, text, characters, level) => {
    expect(meterOf(number, text)).toEqual({ characters, level });
  });

  it("counts what is entered in iAdvize", () => {
    expect(contentOf(3, " Quel budget ? ")).toBe("[](Q3) Quel budget ?");
  });
});

describe("a message as a chat shows it", () => {
  const words = (text: string) => JSON.stringify(rich(text));
  it.each([
    ["plain", [{ kind: "text", text: "plain" }]],
    ["[](Q1) Quoi ?", [{ kind: "text", text: " Quoi ?" }]],
    ["a **b** c", ["a ", { kind: "bold", of: "b" }, " c"]],
    ["*b*", [{ kind: "italic", of: "b" }]],
    ["_b_", [{ kind: "italic", of: "b" }]],
    ["[here](https://example.com)", [{ kind: "link", of: "here" }]],
    ["`[](Q1)`", [{ kind: "code", text: "[](Q1)" }]],
    ["snake_case_word", ["snake_case_word"]],
    ["2 * 3 * 4", ["2 * 3 * 4"]],
    ["<b>no</b> & <img src=x>", ["<b>no</b> & <img src=x>"]],
    ["", []],
  ])("%j", (text, expected) => {
    const parts = expected.map((part) => {
      if (typeof part === "string") return { kind: "text", text: part };
      return "of" in part ? { kind: part.kind, parts: [{ kind: "text", text: part.of }] } : part;
    });
    expect(rich(text)).toEqual(parts);
  });

  it("puts one in the other", () => {
    expect(words("**a *b***")).toContain('"kind":"bold"');
  });
});

it.each([
  [{ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 }, true],
  [[1, 2], [2, 1], false],
  [{ a: undefined }, {}, false],
  [null, {}, false],
  [[], {}, false],
])("%j and %j say the same: %s", (a, b, expected) => expect(same(a, b)).toBe(expected));
