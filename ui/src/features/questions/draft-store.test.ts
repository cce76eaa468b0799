import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { QuestionSet } from "../../bindings/QuestionSet";
import type { QuestionSetDetail } from "../../bindings/QuestionSetDetail";
import type { SavedDraft } from "../../bindings/SavedDraft";
import { Fault } from "../../platform/types";
import { readBackup, writeBackup } from "./backup";
import { DraftStore, SAVE_AFTER_MS } from "./draft-store";

const named = (name: string): QuestionSet => ({ name, questions: [] });

function detail(name: string, revision = 1): QuestionSetDetail {
  const row = {
    id: "s",
    name,
    language: null,
    questions: 0,
    version: null,
    changed: true,
    in_use: null,
    edited_at: "2026-11-17T14:05:00Z",
  };
  return { row, draft: named(name), revision, findings: [], versions: [] };
}

const saved = (revision: number): SavedDraft => ({ revision, changed: true, findings: [] });

function begin(...answers: (SavedDraft | Fault)[]) {
  const sent: [name: string, revision: number | null][] = [];
  const store = new DraftStore(detail("a"), async (draft, revision) => {
    sent.push([draft.name, revision]);
    const answer = answers.shift() ?? saved(sent.length + 1);
    if (answer instanceof Fault) throw answer;
    return answer;
  });
  const kind = () => store.state().saving.kind;
  return { store, sent, kind };
}

const pause = (ms = SAVE_AFTER_MS) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("saving", () => {
  it("waits for a pause, and saves once", async () => {
    const { store, sent, kind } = begin();
    store.edit(named("ab"), "name");
    await pause(SAVE_AFTER_MS - 1);
    store.edit(named("abc"), "name");
    expect([kind(), sent]).toEqual(["waiting", []]);
    await pause();
    expect([kind(), sent]).toEqual(["saved", [["abc", 1]]]);
    store.edit(named("d"));
    await pause();
    expect(sent.at(-1)).toEqual(["d", 2]);
  });

  it("does not wait when the window goes", async () => {
    const { store, sent } = begin();
    store.edit(named("b"));
    await store.flush();
    expect(sent).toEqual([["b", 1]]);
    await store.flush();
    await pause();
    expect(sent).toHaveLength(1);
  });

  it("saves nothing where a change was taken back", async () => {
    const { store, sent, kind } = begin();
    store.edit(named("b"));
    store.undo();
    await pause();
    expect(sent).toEqual([]);
    expect(kind()).toBe("saved");
  });

  it("keeps what is not saved where a crash leaves it", async () => {
    const { store, kind } = begin(new Fault("unreachable", "gone"), saved(2));
    store.edit(named("b"));
    expect(readBackup("s")).toEqual({ draft: named("b"), revision: 1 });
    await pause();
    expect(kind()).toBe("failed");
    expect(readBackup("s")?.draft).toEqual(named("b"));
    await store.flush();
    expect(kind()).toBe("saved");
    expect(readBackup("s")).toBeNull();
  });

  it("offers back what an earlier window could not save", async () => {
    writeBackup("s", { draft: named("lost"), revision: 1 });
    const { store, sent } = begin();
    expect(store.state().left).toEqual(named("lost"));
    store.restoreLeft();
    expect(store.state()).toMatchObject({ left: null, draft: named("lost") });
    await pause();
    expect(sent).toEqual([["lost", 1]]);
    store.undo();
    expect(store.state().draft).toEqual(named("a"));
  });

  it("offers nothing where that was saved after all, or discarded", () => {
    writeBackup("s", { draft: named("a"), revision: 1 });
    expect(begin().store.state().left).toBeNull();
    writeBackup("s", { draft: named("lost"), revision: 1 });
    begin().store.discardLeft();
    expect(begin().store.state().left).toBeNull();
  });
});

describe("changes from elsewhere", () => {
  it("are taken over where nothing was changed here", () => {
    const { store } = begin();
    store.take(detail("theirs", 2));
    expect(store.state().draft).toEqual(named("theirs"));
    store.undo();
    expect(store.state().draft).toEqual(named("a"));
  });

  it("are no step back where they say the same", () => {
    const { store } = begin();
    store.edit(named("b"));
    store.take(detail("b", 2));
    expect(store.state().saving.kind).toBe("saved");
    store.undo();
    expect(store.state().draft).toEqual(named("a"));
  });

  it("are no news where they come from here", async () => {
    const { store } = begin();
    store.edit(named("b"));
    await pause();
    store.take(detail("b", 2));
    store.take(detail("a", 1));
    expect(store.state()).toMatchObject({ draft: named("b"), saving: { kind: "saved" } });
  });

  it("stop saving until the person decides: theirs", async () => {
    const { store, sent, kind } = begin(new Fault("conflict", "changed"), saved(8));
    store.edit(named("mine"));
    await pause();
    expect(kind()).toBe("conflict");
    store.edit(named("mine too"));
    await pause();
    expect(sent).toHaveLength(1);
    store.loadTheirs(detail("theirs", 7));
    expect(store.state()).toMatchObject({ draft: named("theirs"), saving: { kind: "saved" } });
    store.undo();
    expect(store.state().draft).toEqual(named("mine too"));
  });

  it("stop saving until the person decides: mine", async () => {
    const { store, sent, kind } = begin(new Fault("conflict", "changed"), saved(8));
    store.edit(named("mine"));
    await pause();
    await store.keepMine();
    expect(sent).toEqual([
      ["mine", 1],
      ["mine", null],
    ]);
    expect(kind()).toBe("saved");
  });

  it("are seen before a save would tell", () => {
    const { store, kind } = begin();
    store.edit(named("mine"));
    store.take(detail("theirs", 4));
    expect(kind()).toBe("conflict");
    expect(store.state().draft).toEqual(named("mine"));
  });
});
