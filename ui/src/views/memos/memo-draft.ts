/** A memo while it is written: saved at rest, one save at a time, and kept here until it is. */
import { Observable } from "../../services/observable";
import type { Failure } from "../../services/failure";
import type { AskWhich } from "../../store/changed-meanwhile";

export interface Words {
  title: string;
  text: string;
}
type Field = keyof Words;

export interface Writing {
  draft: Words;
  /** What the desk has, as far as is known here. */
  stored: Words;
  status: "saved" | "changed" | "saving" | "failed";
}

export interface Options {
  id: string;
  send: (
    changes: Partial<Words> & { was: Partial<Words> },
    onFailure: (failure: Failure) => boolean,
  ) => Promise<object | null>;
  ask: AskWhich;
  labels: Words;
  storage?: Storage;
}

const REST_MS = 2_000;
const FIELDS: readonly Field[] = ["title", "text"];

/** A title as the desk keeps it. */
const tidy = (title: string) => title.trim().replace(/\s+/g, " ");

export class MemoDraft {
  readonly writing: Observable<Writing>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSaving = false;
  #options: Options;
  #storage: Storage;

  constructor(memo: Words, options: Options) {
    this.#options = options;
    this.#storage = options.storage ?? window.localStorage;
    const stored = { title: memo.title, text: memo.text };
    const kept = this.#kept();
    this.writing = new Observable<Writing>(
      kept ? { ...kept, status: "changed" } : { draft: stored, stored, status: "saved" },
    );
  }

  /** Something was typed. */
  type(changes: Partial<Words>): void {
    const { draft, stored, status } = this.writing.get();
    this.#set({ draft: { ...draft, ...changes }, stored, status: status === "saving" ? status : "changed" });
    this.#keep();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), REST_MS);
  }

  /** What the desk has now; it is taken over where nothing was typed here. */
  take(memo: Words): void {
    const { stored } = this.writing.get();
    if (this.#changed().length > 0 || this.#isSaving) return;
    if (memo.title === stored.title && memo.text === stored.text) return;
    const taken = { title: memo.title, text: memo.text };
    this.#set({ draft: taken, stored: taken, status: "saved" });
  }

  /** Save what was changed, as one operation; what is typed meanwhile follows as the next one. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#isSaving) return;
    this.#isSaving = true;
    try {
      while (this.#changed().length > 0) if (!(await this.#saveOnce())) return;
      this.#set({ ...this.writing.get(), status: this.#isUntitled() ? "changed" : "saved" });
    } finally {
      this.#isSaving = false;
    }
  }

  /** The page turns to something else. */
  leave(): void {
    void this.save();
  }

  async #saveOnce(): Promise<boolean> {
    const { draft, stored } = this.writing.get();
    const changed = this.#changed();
    const of = (words: Words) => Object.fromEntries(changed.map((field) => [field, words[field]]));
    let clash: { field: Field; theirs: string } | undefined;
    this.#set({ draft, stored, status: "saving" });
    const sent = { title: tidy(draft.title), text: draft.text };
    const saved = await this.#options.send({ ...of(sent), was: of(stored) }, ({ slug, details }) => {
      const field = FIELDS.find((each) => each === details["field"]);
      if (slug !== "changed-meanwhile" || !field) return false;
      const shown = details["shown"];
      clash = { field, theirs: typeof shown === "string" ? shown : "" };
      return true;
    });
    if (saved) {
      this.#set({ ...this.writing.get(), stored: { ...stored, ...of(sent) } });
      this.#keep();
      return true;
    }
    this.#set({ ...this.writing.get(), status: "failed" });
    return clash ? this.#settle(clash.field, clash.theirs) : false;
  }

  /** Somebody else changed it: the text that is chosen goes on from theirs. */
  async #settle(field: Field, theirs: string): Promise<boolean> {
    const { draft } = this.writing.get();
    const label = this.#options.labels[field];
    const chosen = await this.#options.ask({ label, theirs, yours: draft[field] });
    if (chosen === null) return false;
    const now = this.writing.get();
    this.#set({
      ...now,
      draft: { ...now.draft, [field]: chosen },
      stored: { ...now.stored, [field]: theirs },
    });
    this.#keep();
    return true;
  }

  /** The fields to save; a memo keeps its title until it has another. */
  #changed(): Field[] {
    const { draft, stored } = this.writing.get();
    return FIELDS.filter((field) => {
      if (field === "text") return draft.text !== stored.text;
      return draft.title.trim() !== "" && tidy(draft.title) !== stored.title;
    });
  }

  #isUntitled(): boolean {
    return this.writing.get().draft.title.trim() === "";
  }

  #set(writing: Writing): void {
    this.writing.set(writing);
  }

  get #key(): string {
    return `crosscase.memo.${this.#options.id}`;
  }

  #kept(): { draft: Words; stored: Words } | null {
    const kept = this.#storage.getItem(this.#key);
    return kept === null ? null : (JSON.parse(kept) as { draft: Words; stored: Words });
  }

  /** What is not saved yet outlives the page. */
  #keep(): void {
    const { draft, stored } = this.writing.get();
    try {
      if (this.#changed().length === 0) this.#storage.removeItem(this.#key);
      else this.#storage.setItem(this.#key, JSON.stringify({ draft, stored }));
    } catch (error) {
      // A browser without room keeps nothing; the words are still on the page.
      if (!(error instanceof DOMException)) throw error;
    }
  }
}
