import type { Finding } from "../../bindings/Finding";
import type { QuestionSet } from "../../bindings/QuestionSet";
import type { QuestionSetDetail } from "../../bindings/QuestionSetDetail";
import type { SavedDraft } from "../../bindings/SavedDraft";
import { type Fault, toFault } from "../../platform/types";
import { dropBackup, readBackup, writeBackup } from "./backup";
import { begin, type History, record, redo, undo } from "./history";
import { same } from "./same";

/** A pause in typing this long saves. */
export const SAVE_AFTER_MS = 400;

export type Saving =
  | { kind: "saved" | "waiting" | "saving" | "conflict" }
  | { kind: "failed"; fault: Fault };

export interface DraftState {
  draft: QuestionSet;
  saving: Saving;
  findings: Finding[];
  /** Whether it differs from the latest version. */
  changed: boolean;
  canUndo: boolean;
  canRedo: boolean;
  /** A newer draft that an earlier window could not save. */
  left: QuestionSet | null;
}

type Save = (draft: QuestionSet, revision: number | null) => Promise<SavedDraft>;

/** A draft as it is edited: its history, and how it gets to the engine without being lost. */
export class DraftStore {
  readonly #id: string;
  readonly #save: Save;
  readonly #listeners = new Set<() => void>();
  #history: History<QuestionSet>;
  /** What the engine has, and by which revision. */
  #kept: QuestionSet;
  #revision: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | null = null;
  #state: DraftState;

  constructor(detail: QuestionSetDetail, save: Save) {
    this.#id = detail.row.id;
    this.#save = save;
    this.#kept = detail.draft;
    this.#revision = detail.revision;
    this.#history = begin(detail.draft);
    const left = readBackup(this.#id)?.draft ?? null;
    if (left && same(left, detail.draft)) dropBackup(this.#id);
    this.#state = {
      draft: detail.draft,
      saving: { kind: "saved" },
      findings: detail.findings,
      changed: detail.row.changed,
      canUndo: false,
      canRedo: false,
      left: left && !same(left, detail.draft) ? left : null,
    };
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = () => this.#state;

  /** The revision of what the engine has, as far as this window knows. */
  readonly revision = () => this.#revision;

  /** Changes the draft. Changes to the same `what` in one go are one step back. */
  readonly edit = (next: QuestionSet, what: string | null = null) =>
    this.#go(record(this.#history, next, Date.now(), what));

  readonly undo = () => this.#go(undo(this.#history));
  readonly redo = () => this.#go(redo(this.#history));

  /** Saves what is not saved yet, without waiting for a pause. */
  readonly flush = async (): Promise<void> => {
    clearTimeout(this.#timer);
    while (this.#sending) await this.#sending;
    if (this.#state.saving.kind === "conflict") return;
    if (this.#isDirty()) await this.#send(this.#revision);
    else if (this.#state.saving.kind !== "saved") this.#settle({});
  };

  /** What the engine has now, whoever changed it. */
  readonly take = (detail: QuestionSetDetail) => {
    if (this.#sending || detail.revision < this.#revision) return;
    if (detail.revision === this.#revision) {
      if (!this.#isDirty()) this.#tell({ changed: detail.row.changed, findings: detail.findings });
      return;
    }
    if (this.#isDirty() && !same(this.#state.draft, detail.draft)) {
      clearTimeout(this.#timer);
      this.#tell({ saving: { kind: "conflict" } });
      return;
    }
    this.loadTheirs(detail);
  };

  /** Takes over what was changed elsewhere; the own draft is a step back. */
  readonly loadTheirs = (detail: QuestionSetDetail) => {
    this.#kept = detail.draft;
    this.#revision = detail.revision;
    // What is the same is no step: going back over it would look like nothing at all.
    if (this.#isDirty()) this.#history = record(this.#history, detail.draft, Date.now());
    dropBackup(this.#id);
    this.#show({
      saving: { kind: "saved" },
      findings: detail.findings,
      changed: detail.row.changed,
    });
  };

  /** Saves over what was changed elsewhere. */
  readonly keepMine = () => this.#send(null);

  /** Takes up the draft that an earlier window could not save, or forgets it. */
  readonly restoreLeft = () => {
    const { left } = this.#state;
    this.#tell({ left: null });
    if (left) this.edit(left);
  };

  readonly discardLeft = () => {
    dropBackup(this.#id);
    this.#tell({ left: null });
  };

  #isDirty(): boolean {
    return !same(this.#history.present, this.#kept);
  }

  #go(history: History<QuestionSet>): void {
    if (history === this.#history) return;
    this.#history = history;
    const { saving } = this.#state;
    if (!this.#state.left)
      writeBackup(this.#id, { draft: history.present, revision: this.#revision });
    if (saving.kind === "conflict") {
      this.#show({});
      return;
    }
    this.#show({ saving: { kind: this.#sending ? "saving" : "waiting" } });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), SAVE_AFTER_MS);
  }

  #send(revision: number | null): Promise<void> {
    clearTimeout(this.#timer);
    const draft = this.#history.present;
    this.#tell({ saving: { kind: "saving" } });
    this.#sending = this.#save(draft, revision).then(
      (saved) => {
        this.#kept = draft;
        this.#revision = saved.revision;
        this.#sending = null;
        const { changed, findings } = saved;
        if (this.#isDirty()) {
          this.#tell({ saving: { kind: "waiting" }, changed });
          this.#timer = setTimeout(() => void this.flush(), SAVE_AFTER_MS);
          return;
        }
        this.#settle({ changed, findings });
      },
      (cause: unknown) => {
        this.#sending = null;
        const fault = toFault(cause);
        const conflict = fault.code === "conflict";
        this.#tell({ saving: conflict ? { kind: "conflict" } : { kind: "failed", fault } });
      },
    );
    return this.#sending;
  }

  /** Nothing is left to save. */
  #settle(change: Partial<DraftState>): void {
    if (!this.#state.left) dropBackup(this.#id);
    this.#tell({ ...change, saving: { kind: "saved" } });
  }

  #show(change: Partial<DraftState>): void {
    const { past, present, future } = this.#history;
    const [canUndo, canRedo] = [past.length > 0, future.length > 0];
    this.#tell({ ...change, draft: present, canUndo, canRedo });
  }

  #tell(change: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
