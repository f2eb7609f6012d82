import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Failure } from "../../services/failure";
import { MemoDraft } from "./memo-draft";
import type { Options } from "./memo-draft";

const memo = { title: "On trust", text: "First" };
const meanwhile = (shown: string) =>
  new Failure({ slug: "changed-meanwhile", sentence: "Somebody else changed it.", hint: null, details: { field: "text", shown } }, 409);

function open(options: Partial<Options> = {}) {
  const sent: Parameters<Options["send"]>[0][] = [];
  const draft = new MemoDraft(memo, {
    id: "m1",
    labels: { title: "Title", text: "Text" },
    send: async (changes) => {
      sent.push(changes);
      return {};
    },
    ask: async () => null,
    ...options,
  });
  return { draft, sent, now: () => draft.writing.get() };
}

describe("a memo while it is written", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    localStorage.clear();
  });

  it("is saved once when the typing rests, however many keys there were", async () => {
    const { draft, sent, now } = open();
    for (const text of ["First a", "First an", "First and"]) draft.type({ text });
    expect(now().status).toBe("changed");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toEqual([{ text: "First and", was: { text: "First" } }]);
    expect(now().status).toBe("saved");
    await draft.save();
    expect(sent).toHaveLength(1);
  });

  it("sends what is typed during a save as the next one", async () => {
    const { draft, sent } = open();
    draft.type({ text: "Second" });
    const saving = draft.save();
    draft.type({ text: "Third" });
    await saving;
    expect(sent).toEqual([
      { text: "Second", was: { text: "First" } },
      { text: "Third", was: { text: "Second" } },
    ]);
  });

  it("takes over what others write only where nothing was typed", () => {
    const { draft, now } = open();
    draft.take({ title: "On trust", text: "Theirs" });
    expect(now().draft.text).toBe("Theirs");
    draft.type({ text: "Mine" });
    draft.take({ title: "On trust", text: "Theirs again" });
    expect(now().draft.text).toBe("Mine");
  });

  it("asks which one stands where somebody else changed it, and saves over theirs", async () => {
    const failures = [meanwhile("Theirs")];
    const asked: string[] = [];
    const sent: unknown[] = [];
    const { draft, now } = open({
      send: async (changes, onFailure) => {
        sent.push(changes);
        const failure = failures.pop();
        return failure && onFailure(failure) ? null : {};
      },
      ask: async ({ theirs, yours }) => {
        asked.push(theirs, yours);
        return "Both";
      },
    });
    draft.type({ text: "Mine" });
    await draft.save();
    expect(asked).toEqual(["Theirs", "Mine"]);
    expect(sent.at(-1)).toEqual({ text: "Both", was: { text: "Theirs" } });
    expect(now()).toMatchObject({ status: "saved", draft: { text: "Both" } });
  });

  it("keeps what could not be saved for the next time the memo is opened", async () => {
    const first = open({ send: async () => null });
    first.draft.type({ text: "Unsaved" });
    await first.draft.save();
    expect(first.now().status).toBe("failed");
    const again = open();
    expect(again.now()).toMatchObject({ status: "changed", draft: { text: "Unsaved" }, stored: memo });
    await again.draft.save();
    expect(open().now().status).toBe("saved");
  });

  it("does not save a memo without a title under no title", async () => {
    const { draft, sent, now } = open();
    draft.type({ title: " " });
    await draft.save();
    expect(sent).toEqual([]);
    expect(now().status).toBe("changed");
  });
});
