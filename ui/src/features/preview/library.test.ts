import { describe, expect, it } from "vitest";
import type { ConversationRow } from "../../bindings/ConversationRow";
import { kept, SAMPLES } from "./fixture";
import { found, groupsOf, type LibraryWords, neighbour } from "./library";

const words: LibraryWords = {
  opened: "Opened",
  kept: "Yours",
  received: "Received",
  unnamed: "Unnamed",
  shipped: (language) => `Examples ${language}`,
  nameOf: (row) => row.name ?? row.kind ?? "",
  asideOf: () => "",
  day: (at) => at,
  conversationOf: (at) => `of ${at}`,
};
const received = {
  id: "c1",
  visitor: "Camille",
  snippet: "a flat",
  closed_at: "May",
} as ConversationRow;
const groups = (language: string) =>
  groupsOf({
    rows: [...SAMPLES, kept("k1", "Mine")],
    conversations: [received],
    opened: { name: "talk.json", json: "{}" },
    language,
    words,
  });

describe("the library", () => {
  it("has what is kept first, then what fits the questions, then what came", () => {
    const names = (language: string) => groups(language).map(({ name }) => name);
    expect(names("en")).toEqual(["Opened", "Yours", "Examples en", "Received", "Examples fr"]);
    expect(names("fr")).toEqual(["Opened", "Yours", "Examples fr", "Received", "Examples en"]);
    expect(names("de").at(-1)).toBe("Examples en");
  });

  it("finds by all the words, and leaves to the engine what the engine searched", () => {
    const keys = (search: string) =>
      found(groups("en"), search).flatMap(({ entries }) => entries.map(({ key }) => key));
    expect(keys("skipped")).toEqual(["shipped en/skipped", "conversation c1"]);
    expect(keys("plain fr")).toContain("shipped fr/plain");
    expect(keys("plain fr")).not.toContain("shipped en/plain");
  });

  it("goes round in both directions", () => {
    const all = groups("en");
    expect(neighbour(all, "file", 1)?.key).toBe("kept k1");
    expect(neighbour(all, "file", -1)?.key).toBe("shipped fr/corrected");
    expect(neighbour(all, "shipped fr/corrected", 1)?.key).toBe("file");
    expect(neighbour(all, "gone", 1)?.key).toBe("file");
  });

  it("suggests no visitor's name", () => {
    const entry = groups("en").flatMap(({ entries }) => entries);
    expect(entry.find(({ key }) => key === "conversation c1")?.suggested).toBe("of May");
    expect(entry.find(({ key }) => key === "file")?.suggested).toBe("talk");
  });
});
