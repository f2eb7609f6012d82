/** The way to the desk: questions are answered or fail with a sentence; every change carries an
 * intent, and one that cannot be sent is kept and sent later. */
import createClient from "openapi-fetch";

import type { Contract } from "./contract";
import { Failure } from "./failure";
import { newIntent } from "./intent";
import { Observable } from "./observable";
import { Outbox } from "./outbox";
import type { Change } from "./outbox";
import type { Saved } from "./shapes";

/** Whether the desk answered when it was last spoken to. */
export const connected = new Observable(true);
/** Whether this browser was turned away: the link from the terminal lets it in again. */
export const shutOut = new Observable(false);

const WAITING: Saved = { operation: null, sentence: null, heads: "", ids: [], waiting: true };
/** What the shelf does is not done later: by then another study may be open. */
const OF_THE_SHELF = /^\/api\/(shelf|person)\b/;
/** What is tried as one types changes nothing: it is not kept for later. */
const CHANGES_NOTHING = /^\/api\/checks\/preview$/;
const WITHOUT_WORDS = new Set([204, 205, 304]);
const OUT_OF_REACH = new Set([502, 503, 504]); // what a proxy answers for a desk that is away

let studyHere: string | null = null;

/** From now on all that is asked and done is about this study, and what waits for it is sent. */
export function workIn(study: string): void {
  studyHere = study;
  outbox.openFor(study);
}

export const outbox = new Outbox(sendChange, window.localStorage);

export const api = createClient<Contract>({ baseUrl: window.location.origin, fetch: carry });

/** The data of an answer, or a Failure. */
export async function answer<T>(asked: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await asked;
  if (!response.ok) throw Failure.from(error, response.status);
  return data as T;
}

/** What a file is made of, where it is made for whoever asks; the signal gives it up. */
export interface FileAsked {
  body?: FormData;
  signal?: AbortSignal;
}

/** A file of the desk with the name that it gives it, or a Failure. */
export async function file(address: string, { body, signal }: FileAsked = {}): Promise<{ content: Blob; name: string }> {
  const asked = { ...(body ? { method: "POST", body } : {}), ...(signal ? { signal } : {}) };
  const response = await reach(new Request(new URL(address, window.location.origin), asked));
  if (!response.ok) throw Failure.from(await response.json().catch(() => null), response.status);
  return { content: await response.blob(), name: fileName(response.headers.get("content-disposition")) };
}

/** The name in the head of an answer (RFC 6266); empty where it has none. */
function fileName(disposition: string | null): string {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "") ?? [];
  return encoded ? decodeURIComponent(encoded) : "";
}

/** For a body that holds files. */
export const asForm = { bodySerializer: (body: unknown) => body as FormData };

async function carry(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  if (request.method === "GET" || OF_THE_SHELF.test(pathname) || CHANGES_NOTHING.test(pathname))
    return reach(request);
  const intent = request.headers.get("intent") ?? newIntent();
  request.headers.set("intent", intent);
  const holdsFiles = request.headers.get("content-type")?.startsWith("multipart/") ?? false;
  if (holdsFiles) return reach(request);
  const body = await request.clone().text();
  const change = { intent, method: request.method, path: pathname + search, body: body || null };
  // What was done later is not sent before what still waits.
  if (outbox.isWaiting) return keep(change);
  try {
    return await reach(request);
  } catch (error) {
    if (error instanceof Failure) return keep(change);
    throw error;
  }
}

function keep(change: Change): Response {
  outbox.add(change);
  return Response.json(WAITING);
}

function sendChange(change: Change): Promise<Response> {
  return reach(
    new Request(new URL(change.path, window.location.origin), {
      method: change.method,
      headers: { intent: change.intent, "content-type": "application/json" },
      body: change.body,
    }),
  );
}

async function reach(request: Request): Promise<Response> {
  let response: Response;
  if (studyHere !== null) request.headers.set("study", studyHere);
  try {
    const begun = await fetch(request);
    // Its words are awaited here: a desk that ends in the middle of them is out of reach as well.
    response = new Response(WITHOUT_WORDS.has(begun.status) ? null : await begun.arrayBuffer(), begun);
  } catch (error) {
    if (request.signal.aborted) throw error;
    connected.set(false);
    throw Failure.notConnected();
  }
  if (OUT_OF_REACH.has(response.status)) {
    connected.set(false);
    throw Failure.notConnected();
  }
  connected.set(true);
  shutOut.set(response.status === 401);
  if (studyHere !== null && response.status === 409 && (await isElsewhere(response))) {
    // What was to be stored waits in this browser until that study is open again.
    begin();
    throw Failure.notConnected();
  }
  return response;
}

/** Whether the desk has been left for the shelf, or for another study. */
async function isElsewhere(response: Response): Promise<boolean> {
  const { slug } = Failure.from(await response.clone().json().catch(() => null), 409);
  return slug === "another-study-open" || slug === "no-study-open";
}

/** Begin anew with what is open at the desk now. */
export function begin(): void {
  window.location.assign("/");
}
