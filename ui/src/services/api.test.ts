import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { answer, api, connected, file, outbox, shutOut } from "./api";
import { Failure } from "./failure";

const desk = vi.fn<(request: Request) => Promise<Response>>();
const saved = { operation: "o", sentence: "added the code Trust", heads: "h", ids: ["c"] };
const intentOf = (call: number) => desk.mock.calls[call]?.[0].headers.get("intent");

beforeEach(() => {
  desk.mockReset();
  localStorage.clear();
  vi.useFakeTimers();
  vi.stubGlobal("fetch", desk);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  shutOut.set(false);
});

it("gives every change an intent of its own", async () => {
  desk.mockImplementation(async () => Response.json(saved));
  await answer(api.POST("/api/codes", { body: { name: "Trust" } }));
  await answer(api.POST("/api/codes", { body: { name: "Hope" } }));
  expect(intentOf(0)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(intentOf(1)).not.toBe(intentOf(0));
});

it("has a file under the name that the desk gives it, or the reason why it is kept back", async () => {
  const headers = { "content-disposition": "attachment; filename=\"Z.docx\"; filename*=UTF-8''Z%C3%BCge.docx" };
  desk.mockResolvedValueOnce(new Response("words", { headers }));
  expect((await file("/api/documents/passages.docx?q=trust")).name).toBe("Züge.docx");
  const error = { slug: "quotes-would-tell", sentence: "1 of 1 quotes would tell.", hint: "Look at them." };
  desk.mockResolvedValueOnce(Response.json({ error }, { status: 409 }));
  await expect(file("/api/documents/passages.docx?q=trust")).rejects.toMatchObject({ status: 409, hint: "Look at them." });
});

it("tells a failure with its sentence, hint and details", async () => {
  const error = { slug: "changed-meanwhile", sentence: "Somebody else changed it.", hint: "Look.", details: { field: "name" } };
  desk.mockResolvedValue(Response.json({ error }, { status: 409 }));
  const failed = await answer(api.GET("/api/codes")).catch((each: unknown) => each);
  expect(failed).toBeInstanceOf(Failure);
  expect(failed).toMatchObject({ ...error, status: 409 });
});

it("keeps a change that cannot be sent, and sends it once under the same intent", async () => {
  desk.mockRejectedValue(new TypeError("Failed to fetch"));
  const kept = await answer(api.POST("/api/codes", { body: { name: "Trust" } }));
  expect(kept.waiting).toBe(true);
  expect(connected.get()).toBe(false);
  expect(outbox.state.get().waiting).toHaveLength(1);
  const intent = intentOf(0);

  desk.mockImplementation(async () => Response.json(saved));
  await vi.advanceTimersByTimeAsync(31_000);
  expect(desk).toHaveBeenCalledTimes(2);
  expect(intentOf(1)).toBe(intent);
  expect(outbox.isWaiting).toBe(false);
  expect(connected.get()).toBe(true);
});

it("keeps a change whose answer was cut short: the desk may have ended before it was stored", async () => {
  const cut = new ReadableStream({ start: (words) => words.error(new TypeError("network error")) });
  desk.mockResolvedValueOnce(new Response(cut, { headers: { "content-type": "application/json" } }));
  const kept = await answer(api.POST("/api/codes", { body: { name: "Trust" } }));
  expect(kept.waiting).toBe(true);
  expect(connected.get()).toBe(false);
});

it("says so when this browser was turned away", async () => {
  const error = { slug: "not-let-in", sentence: "Open the desk again.", hint: null };
  desk.mockResolvedValue(Response.json({ error }, { status: 401 }));
  await expect(answer(api.GET("/api/study"))).rejects.toThrow("Open the desk again.");
  expect(shutOut.get()).toBe(true);
});
