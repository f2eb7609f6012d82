import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { Failure } from "./failure";
import { Outbox, wordsOf } from "./outbox";
import type { Change, Send } from "./outbox";

const change = (intent: string, body: object = {}): Change => ({
  intent,
  method: "POST",
  path: "/api/memos",
  body: JSON.stringify(body),
});
const taken = () => Promise.resolve(Response.json({ operation: "1" }));
const outOfReach: Send = () => Promise.reject(Failure.notConnected());

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

it("keeps a change in the browser for its study until it is sent", async () => {
  const first = new Outbox(outOfReach, localStorage);
  first.openFor("study");
  first.add(change("a", { text: "what was typed" }));

  const send = vi.fn<Send>(taken);
  const later = new Outbox(send, localStorage);
  later.openFor("another study");
  expect(later.isWaiting).toBe(false);
  later.openFor("study");
  await later.flush();
  expect(send).toHaveBeenCalledExactlyOnceWith(change("a", { text: "what was typed" }));
  expect(localStorage.getItem("crosscase.outbox.study")).toBeNull();
});

it("sends again under the same intents, in order, until the desk answers", async () => {
  let isAway = true;
  const sent: string[] = [];
  const box = new Outbox((each) => {
    sent.push(each.intent);
    return isAway ? Promise.reject(Failure.notConnected()) : taken();
  }, localStorage);
  box.openFor("study");
  box.add(change("a"));
  box.add(change("b"));
  await vi.advanceTimersByTimeAsync(2_500);
  expect(box.state.get().waiting).toHaveLength(2);
  expect(new Set(sent)).toEqual(new Set(["a"]));
  isAway = false;
  await vi.advanceTimersByTimeAsync(40_000);
  expect(sent.slice(-2)).toEqual(["a", "b"]);
  expect(box.isWaiting).toBe(false);
});

it("keeps the words of a change that is refused, and sends the next one", async () => {
  const refusal = { error: { slug: "name-taken", sentence: "There is a memo of that name.", hint: null } };
  const box = new Outbox(
    ({ intent }) =>
      intent === "a" ? Promise.resolve(Response.json(refusal, { status: 409 })) : taken(),
    localStorage,
  );
  const onSent = vi.fn();
  box.onSent = onSent;
  box.openFor("study");
  box.add(change("a", { title: "Trust", text: "Nine years." }));
  box.add(change("b"));
  await box.flush();
  const [kept] = box.state.get().refused;
  expect(kept?.failure.sentence).toBe("There is a memo of that name.");
  expect(kept && wordsOf(kept)).toEqual(["Trust", "Nine years."]);
  expect(onSent).toHaveBeenCalledOnce();
  box.dismiss("a");
  expect(box.state.get().refused).toEqual([]);
});

it("lets a change wait while this browser is turned away", async () => {
  const box = new Outbox(() => Promise.resolve(new Response(null, { status: 401 })), localStorage);
  box.openFor("study");
  box.add(change("a"));
  await box.flush();
  expect(box.isWaiting).toBe(true);
});
