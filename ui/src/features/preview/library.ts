import type { ConversationRow } from "../../bindings/ConversationRow";
import type { SampleOf } from "../../bindings/SampleOf";
import type { SampleRow } from "../../bindings/SampleRow";
import { type OpenedFile, sampleKey } from "./sample-choice";

/** Something to read, as the library lists it. */
export interface Entry {
  key: string;
  sample: SampleOf;
  name: string;
  /** The beginning of what the visitor wrote. */
  snippet: string;
  /** What else tells it from others, e.g. the day it was received. */
  aside: string;
  language: string | null;
  /** What it may be called once it is kept; never the visitor's name. */
  suggested: string;
}

export interface Group {
  key: string;
  name: string;
  entries: Entry[];
}

/** How the library speaks of what it holds. */
export interface LibraryWords {
  opened: string;
  kept: string;
  received: string;
  unnamed: string;
  /** The group of the samples that come with Leadbridge in a language. */
  shipped: (language: string) => string;
  nameOf: (row: SampleRow) => string;
  asideOf: (row: SampleRow) => string;
  day: (at: string) => string;
  conversationOf: (at: string | null) => string;
}

interface Library {
  rows: readonly SampleRow[];
  conversations: readonly ConversationRow[];
  opened: OpenedFile | null;
  /** The language of the questions: its samples come first. */
  language: string | null;
  words: LibraryWords;
}

/** Everything to choose from: what is kept, what fits the questions, what came, and the rest. */
export function groupsOf({ rows, conversations, opened, language, words }: Library): Group[] {
  const entry = (row: SampleRow): Entry => ({
    key: sampleKey(row.sample),
    sample: row.sample,
    name: words.nameOf(row),
    snippet: row.snippet,
    aside: words.asideOf(row),
    language: row.language,
    suggested: words.nameOf(row),
  });
  const kept = rows.filter(({ sample }) => sample.from === "kept");
  const shipped = rows.filter(({ sample }) => sample.from === "shipped");
  const languages = [...new Set(shipped.map((row) => row.language ?? ""))];
  const own = languages.filter((each) => each === language);
  const others = languages.filter((each) => each !== language);
  const ofLanguage = (code: string): Group => ({
    key: `shipped ${code}`,
    name: words.shipped(code),
    entries: shipped.filter((row) => (row.language ?? "") === code).map(entry),
  });
  const groups: Group[] = [
    { key: "file", name: words.opened, entries: opened ? [fileEntry(opened)] : [] },
    { key: "kept", name: words.kept, entries: kept.map(entry) },
    ...own.map(ofLanguage),
    {
      key: "received",
      name: words.received,
      entries: conversations.map((row) => received(row, words)),
    },
    ...others.map(ofLanguage),
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

function fileEntry({ name, json }: OpenedFile): Entry {
  return {
    key: "file",
    sample: { from: "file", json },
    name,
    snippet: "",
    aside: "",
    language: null,
    suggested: name.replace(/\.\w+$/, ""),
  };
}

function received(row: ConversationRow, words: LibraryWords): Entry {
  const at = row.closed_at ?? row.created_at;
  const sample: SampleOf = { from: "conversation", id: row.id };
  return {
    key: sampleKey(sample),
    sample,
    name: row.visitor ?? row.email ?? words.unnamed,
    snippet: row.snippet,
    aside: at ? words.day(at) : "",
    language: row.language,
    suggested: words.conversationOf(at),
  };
}

/** What of a group holds all the words. Those received were searched by the engine. */
export function found(groups: readonly Group[], search: string): Group[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...groups];
  return groups
    .map((group) => ({
      ...group,
      entries: group.entries.filter(({ name, snippet, sample }) => {
        const text = `${group.name} ${name} ${snippet}`.toLowerCase();
        return sample.from === "conversation" || words.every((word) => text.includes(word));
      }),
    }))
    .filter(({ entries }) => entries.length > 0);
}

/** The sample before or after one, round and round. */
export function neighbour(groups: readonly Group[], key: string, step: 1 | -1): Entry | undefined {
  const entries = groups.flatMap((group) => group.entries);
  const at = entries.findIndex((entry) => entry.key === key);
  if (at < 0) return entries[0];
  return entries[(at + step + entries.length) % entries.length];
}
