import { describe, expect, it } from "vitest";
import { begin, type History, ONE_STEP_MS, record, redo, undo } from "./history";

const shown = ({ past, present, future }: History<string>) => [past, present, future];

describe("steps back", () => {
  it("go back and forth", () => {
    let history = record(record(begin("a"), "b", 0), "c", 1);
    history = undo(history);
    expect(shown(history)).toEqual([["a"], "b", ["c"]]);
    expect(shown(undo(undo(history)))).toEqual([[], "a", ["b", "c"]]);
    expect(shown(redo(redo(history)))).toEqual([["a", "b"], "c", []]);
  });

  it("forget what was undone once something else is done", () => {
    expect(shown(record(undo(record(begin("a"), "b", 0)), "c", 1))).toEqual([["a"], "c", []]);
  });

  it.each([
    ["text", "text", ONE_STEP_MS - 1, 1],
    ["text", "text", ONE_STEP_MS, 2],
    ["text", "field", 10, 2],
    [null, null, 10, 2],
  ])("%s then %s after %i ms are %i", (first, second, pause, steps) => {
    const history = record(record(begin("a"), "b", 0, first), "c", pause, second);
    expect(history.past).toHaveLength(steps);
    expect(history.present).toBe("c");
  });

  it("are new steps after one was undone", () => {
    const history = undo(record(record(begin("a"), "b", 0, "text"), "c", 5000, "text"));
    expect(record(history, "d", 5001, "text").past).toEqual(["a", "b"]);
  });

  it("are none where nothing changed", () => {
    const history = begin("a");
    expect(record(history, "a", 0)).toBe(history);
    expect(undo(history)).toBe(history);
    expect(redo(history)).toBe(history);
  });
});
