import { describe, expect, it } from "vitest";
import type { Question } from "../../bindings/Question";
import type { QuestionSet } from "../../bindings/QuestionSet";
import {
  addBelow,
  answerOf,
  duplicate,
  freeField,
  isMadeUpField,
  move,
  nextNumber,
  remove,
  setDetails,
  setQuestion,
  setWording,
} from "./edits";
import { placeAfter } from "./use-drag";

const question = (number: number, field = `f${number}`): Question => ({
  number,
  field,
  text: `T${number}`,
  answer: { type: "text" },
});
const set = (...numbers: number[]): QuestionSet => ({
  name: "Set",
  questions: numbers.map((number) => question(number)),
});
const numbers = ({ questions }: QuestionSet) => questions.map(({ number }) => number);

describe("numbers", () => {
  it.each([
    [[], 1],
    [[1, 2], 3],
    [[7, 2], 8],
    [[1, 9999], 2],
    [[9999], 1],
  ])("after %j comes %i", (taken, next) => expect(nextNumber(set(...taken))).toBe(next));
});

describe("the list", () => {
  it.each([
    [[1, 2, 3], 0, [1, 4, 2, 3], 1],
    [[1, 2, 3], 2, [1, 2, 3, 4], 3],
    [[], -1, [1], 0],
  ])("%j: adds below %i", (before, at, after, chosen) => {
    const added = addBelow(set(...before), at);
    expect([numbers(added.set), added.at]).toEqual([after, chosen]);
    expect(added.set.questions[added.at]).toMatchObject({ text: "", answer: { type: "text" } });
  });

  it.each([
    [0, 1, [2, 1, 3], 1],
    [0, 2, [2, 3, 1], 2],
    [2, 0, [3, 1, 2], 0],
    [0, -1, [1, 2, 3], 0],
    [2, 3, [1, 2, 3], 2],
    [5, 0, [1, 2, 3], 5],
  ])("moves %i to %i and keeps numbers", (from, to, after, chosen) => {
    const moved = move(set(1, 2, 3), from, to);
    expect([numbers(moved.set), moved.at]).toEqual([after, chosen]);
  });

  it.each([
    [0, [2, 3], 0],
    [2, [1, 2], 1],
    [3, [1, 2, 3], 3],
  ])("removes %i", (at, after, chosen) => {
    const removed = remove(set(1, 2, 3), at);
    expect([numbers(removed.set), removed.at]).toEqual([after, chosen]);
  });

  it("has nothing to choose once the last one is gone", () => {
    expect(remove(set(1), 0)).toMatchObject({ at: -1, set: { questions: [] } });
  });

  it("duplicates with a number and a field of its own", () => {
    const copied = duplicate(set(1, 5), 0);
    expect(numbers(copied.set)).toEqual([1, 6, 5]);
    expect(copied.set.questions[1]).toEqual({ ...question(1), number: 6, field: "f1_2" });
    expect(duplicate(copied.set, 0).set.questions[1]?.field).toBe("f1_3");
  });

  it.each([
    [0, { place: 2, side: "below" }, 2],
    [0, { place: 2, side: "above" }, 1],
    [2, { place: 0, side: "above" }, 0],
    [2, { place: 0, side: "below" }, 1],
  ] as const)("a row from %i dropped at %j lands at %i", (from, over, place) => {
    expect(placeAfter(from, over)).toBe(place);
  });
});

describe("a question", () => {
  it.each([
    [{ capture: "reply" }, {}],
    [{ capture: "first_message" }, { capture: "first_message" }],
    [{ repeat: "last" }, {}],
    [{ repeat: "join" }, { repeat: "join" }],
    [{ required: true }, { required: true }],
    [{ required: false }, {}],
    [{ texts: {} }, {}],
  ] as const)("says %j as the file does", (change, kept) => {
    const changed = setQuestion(set(1), 0, change);
    expect(changed.questions[0]).toEqual({ ...question(1), ...kept });
    expect(Object.keys(changed.questions[0] ?? {})).toHaveLength(4 + Object.keys(kept).length);
  });

  it("takes words in other languages, and lets them go", () => {
    const french = setWording(set(1), 0, "fr", "Quoi ?");
    expect(french.questions[0]?.texts).toEqual({ fr: "Quoi ?" });
    expect(setWording(french, 0, "fr", undefined).questions[0]).toEqual(question(1));
  });

  it("is not changed where there is none", () => {
    const given = set(1);
    expect(setQuestion(given, 4, { text: "x" })).toBe(given);
  });

  it("begins a choice without choices", () => {
    expect(answerOf("choice")).toEqual({ type: "choice", options: [] });
    expect(answerOf("date")).toEqual({ type: "date" });
  });
});

it("takes away settings that are not given", () => {
  expect(setDetails({ ...set(), language: "fr" }, { language: undefined })).toEqual(set());
});

it("finds a field that nobody has", () => {
  expect(freeField(set(1), "f2")).toBe("f2");
  expect(freeField(set(1), "f1")).toBe("f1_2");
  expect([isMadeUpField("question_3"), isMadeUpField("budget")]).toEqual([true, false]);
});
