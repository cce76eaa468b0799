import type { QuestionSet } from "../../bindings/QuestionSet";
import type { QuestionSetDetail } from "../../bindings/QuestionSetDetail";
import type { QuestionSetRow } from "../../bindings/QuestionSetRow";
import { type Command, Fault, type RequestOf, type ResponseOf } from "../types";
import type { Memory } from "./state";

/** A set as the sample data keeps it. */
export interface KeptSet {
  id: string;
  draft: QuestionSet;
  revision: number;
  editedAt: string;
  versions: { number: number; savedAt: string; set: QuestionSet }[];
  /** The version that conversations are read with. */
  inUse: number | null;
  deleted: boolean;
}

type Handlers<C extends Command> = {
  [K in C]: (memory: Memory, request: RequestOf<K>) => ResponseOf<K>;
};

export function keptSet(set: QuestionSet, id: string, at: string): KeptSet {
  const versions = [{ number: 1, savedAt: at, set }];
  return { id, draft: set, revision: 1, editedAt: at, versions, inUse: 1, deleted: false };
}

const now = () => new Date().toISOString();

function find({ sets }: Memory, id: string): KeptSet {
  const set = sets.find((each) => each.id === id && !each.deleted);
  if (!set) throw new Fault("not_found", "there is no question set of this id");
  return set;
}

const overtaken = () =>
  new Fault("conflict", "these questions were changed in another window meanwhile");

function version(set: KeptSet, number: number | null): QuestionSet {
  if (number === null) return set.draft;
  const found = set.versions.find((each) => each.number === number);
  if (!found) throw new Fault("not_found", "there is no version of this number");
  return found.set;
}

function changed({ versions, draft }: KeptSet): boolean {
  const latest = versions.at(-1);
  return latest === undefined || JSON.stringify(latest.set) !== JSON.stringify(draft);
}

function row(set: KeptSet): QuestionSetRow {
  return {
    id: set.id,
    name: set.draft.name,
    language: set.draft.language ?? null,
    questions: set.draft.questions.length,
    version: set.versions.at(-1)?.number ?? null,
    changed: changed(set),
    in_use: set.inUse,
    edited_at: set.editedAt,
  };
}

function detail(memory: Memory, id: string): QuestionSetDetail {
  const set = find(memory, id);
  const versions = set.versions.map(({ number, savedAt, set: { questions } }) => ({
    number,
    saved_at: savedAt,
    questions: questions.length,
    in_use: set.inUse === number,
    conversations: set.inUse === number ? memory.conversations.length : 0,
  }));
  const { draft, revision } = set;
  return { row: row(set), draft, revision, findings: [], versions: versions.toReversed() };
}

function keep(memory: Memory, set: KeptSet, draft: QuestionSet): void {
  Object.assign(set, { draft, revision: set.revision + 1, editedAt: now() });
  memory.tell("questions");
}

function put(memory: Memory, id: string, number: number): QuestionSetDetail {
  const set = find(memory, id);
  const question_set = version(set, number);
  for (const each of memory.sets) each.inUse = each === set ? number : null;
  memory.settings = { ...memory.settings, question_set };
  memory.tell("settings");
  return detail(memory, id);
}

/** A set from a file, in use at once. */
export function loadSet(memory: Memory, set: QuestionSet): void {
  const id = `set-${memory.sets.length + 1}`;
  memory.sets = [keptSet(set, id, now()), ...memory.sets];
  put(memory, id, 1);
  memory.tell("questions");
}

/** Question sets without the engine: kept, but neither checked nor read with. */
export const QUESTION_HANDLERS: Handlers<
  | "question_sets"
  | "open_question_set"
  | "create_question_set"
  | "save_draft"
  | "save_version"
  | "use_version"
  | "question_set_version"
  | "delete_question_set"
  | "undelete_question_set"
> = {
  question_sets: ({ sets }) => sets.filter(({ deleted }) => !deleted).map(row),
  open_question_set: (memory, { id }) => detail(memory, id),
  create_question_set: (memory, { draft }) => {
    const id = `set-${memory.sets.length + 1}`;
    const kept = { ...keptSet(draft, id, now()), versions: [], inUse: null };
    memory.sets = [kept, ...memory.sets];
    return detail(memory, id);
  },
  save_draft: (memory, { id, draft, revision }) => {
    const set = find(memory, id);
    if (revision !== null && revision !== set.revision) throw overtaken();
    keep(memory, set, draft);
    return { revision: set.revision, changed: changed(set), findings: [] };
  },
  save_version: (memory, { id, revision, put_to_use }) => {
    const set = find(memory, id);
    if (revision !== set.revision) throw overtaken();
    const number = changed(set) ? set.versions.length + 1 : set.versions.length;
    if (changed(set)) set.versions = [...set.versions, { number, savedAt: now(), set: set.draft }];
    return put_to_use ? put(memory, id, number) : detail(memory, id);
  },
  use_version: (memory, { id, number }) => put(memory, id, number),
  question_set_version: (memory, { id, number }) => version(find(memory, id), number),
  delete_question_set: (memory, { id }) => {
    const set = find(memory, id);
    if (set.inUse !== null)
      throw new Fault("bad_input", "conversations are read with these questions");
    set.deleted = true;
    return {};
  },
  undelete_question_set: (memory, { id }) => {
    for (const set of memory.sets) if (set.id === id) set.deleted = false;
    return detail(memory, id);
  },
};

const NO_READER = () => {
  throw new Fault("bad_input", "the sample data has no reader; open the program itself");
};

/** What only the engine can do. */
export const READER_HANDLERS = {
  lint_questions: () => [],
  compare_versions: NO_READER,
  read_questions: NO_READER,
  question_kit: NO_READER,
  samples: NO_READER,
  preview: NO_READER,
  keep_sample: NO_READER,
  remove_sample: NO_READER,
  restore_sample: NO_READER,
  expect_sample: NO_READER,
  check_samples: NO_READER,
  what_if: NO_READER,
};
