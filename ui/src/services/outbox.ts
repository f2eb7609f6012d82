/** Changes that could not be sent. They are kept in this browser, a list for each study, and sent
 * in order under their first intent once the desk answers again, so that none is done twice. */
import { Failure } from "./failure";
import { Observable } from "./observable";
import type { FailureShape } from "./shapes";

export interface Change {
  intent: string;
  method: string;
  path: string;
  body: string | null;
}

export interface Refused extends Change {
  failure: FailureShape;
}

export interface Outgoing {
  waiting: readonly Change[];
  refused: readonly Refused[];
}

/** Sends one change; rejects where the desk cannot be reached. */
export type Send = (change: Change) => Promise<Response>;

const NOTHING: Outgoing = { waiting: [], refused: [] };
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

export class Outbox {
  readonly state = new Observable<Outgoing>(NOTHING);
  /** Called after a change that had waited was taken in. */
  onSent: (change: Change) => void = () => undefined;
  readonly #send: Send;
  readonly #storage: Storage;
  #key: string | null = null;
  #sending: Promise<void> | null = null;
  #pause = FIRST_PAUSE_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(send: Send, storage: Storage) {
    this.#send = send;
    this.#storage = storage;
  }

  /** Take up the list of one study, and send what waits in it. */
  openFor(study: string): void {
    const key = `crosscase.outbox.${study}`;
    if (key === this.#key) return;
    const early = this.#key === null ? this.state.get() : NOTHING;
    this.#key = key;
    const kept = this.#kept();
    this.#set({
      waiting: [...kept.waiting, ...early.waiting],
      refused: [...kept.refused, ...early.refused],
    });
    void this.flush();
  }

  get isWaiting(): boolean {
    return this.state.get().waiting.length > 0;
  }

  add(change: Change): void {
    const now = this.state.get();
    this.#set({ ...now, waiting: [...now.waiting, change] });
    this.#tryLater();
  }

  /** Put away a change that was refused, once its words have been seen. */
  dismiss(intent: string): void {
    const now = this.state.get();
    this.#set({ ...now, refused: now.refused.filter((each) => each.intent !== intent) });
  }

  /** Send what waits, in order, up to the first that cannot be sent. */
  flush(): Promise<void> {
    if (!this.isWaiting) return Promise.resolve();
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  }

  async #sendAll(): Promise<void> {
    clearTimeout(this.#timer);
    for (let next = this.state.get().waiting[0]; next; next = this.state.get().waiting[0]) {
      const change = next;
      let answer: Response;
      try {
        answer = await this.#send(change);
      } catch {
        this.#tryLater();
        return;
      }
      this.#pause = FIRST_PAUSE_MS;
      // Somebody who is let in again can still have it stored: it waits.
      if (answer.status === 401) return;
      const refused = answer.ok ? null : await refusal(change, answer);
      const now = this.state.get();
      this.#set({
        waiting: now.waiting.filter((each) => each.intent !== change.intent),
        refused: refused ? [...now.refused, refused] : now.refused,
      });
      if (!refused) this.onSent(change);
    }
  }

  #tryLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), this.#pause);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MS);
  }

  #set(next: Outgoing): void {
    this.state.set(next);
    if (this.#key === null) return;
    if (next.waiting.length + next.refused.length === 0) this.#storage.removeItem(this.#key);
    else this.#storage.setItem(this.#key, JSON.stringify(next));
  }

  #kept(): Outgoing {
    const text = this.#key === null ? null : this.#storage.getItem(this.#key);
    if (!text) return NOTHING;
    try {
      return { ...NOTHING, ...(JSON.parse(text) as Partial<Outgoing>) };
    } catch {
      return NOTHING;
    }
  }
}

async function refusal(change: Change, answer: Response): Promise<Refused> {
  const body: unknown = await answer.json().catch(() => null);
  const { slug, sentence, hint, details } = Failure.from(body, answer.status);
  return { ...change, failure: { slug, sentence, hint, details } };
}

/** The words that a person had typed in a change, for showing what was kept. */
export function wordsOf(change: Change): string[] {
  const found: string[] = [];
  const gather = (value: unknown, name: string) => {
    if (typeof value === "string" && WORDS.has(name) && value.trim()) found.push(value);
    else if (Array.isArray(value)) value.forEach((each) => gather(each, name));
    else if (typeof value === "object" && value !== null)
      for (const [key, each] of Object.entries(value)) if (key !== "was") gather(each, key);
  };
  try {
    gather(change.body === null ? null : JSON.parse(change.body), "");
  } catch {
    return [];
  }
  return found;
}

const WORDS = new Set([
  "name", "title", "description", "text", "note", "definition", "includes", "excludes", "example",
  "citation", "value", "expression", "q", "role", "rows", "statement", "words", "checks",
]);
