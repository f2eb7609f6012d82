/** What others do, as it happens. All tabs of one browser share one stream: the tab that holds
 * the lock listens to the desk and tells the others. */

export interface Changed {
  heads: string;
  operations: { operation: string; person_id: string | null; sentence_key: string }[];
  more: number;
  kinds: string[];
  sources: string[] | null;
  codes: string[] | null;
}

export interface Busy {
  busy: boolean;
  what: string | null;
}

export type Told =
  | { is: "changed"; changed: Changed }
  | { is: "busy"; busy: Busy }
  | { is: "open"; again: boolean }
  /** The state from which on changes are told. */
  | { is: "state"; heads: string }
  | { is: "closed" }
  | { is: "lost" };

type Message = Told | { is: "here?" };

const NAME = "crosscase-live";
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

/** Tell of every event until the answer is called. */
export function listen(tell: (told: Told) => void): () => void {
  const channel = "BroadcastChannel" in window ? new BroadcastChannel(NAME) : null;
  const stopped = new AbortController();
  let last: Told | null = null;
  let isLeader = false;

  const tellAll = (told: Told) => {
    // An event that was on its way when this tab stopped: the channel is closed, and nobody listens.
    if (stopped.signal.aborted) return;
    if (told.is !== "changed" && told.is !== "busy" && told.is !== "state") last = told;
    channel?.postMessage(told satisfies Message);
    tell(told);
  };
  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (stopped.signal.aborted) return;
      if (data.is !== "here?") tell(data);
      else if (isLeader && last) channel.postMessage(last);
    };
    channel.postMessage({ is: "here?" } satisfies Message);
  }

  const lead = () => {
    // The turn may come in the moment in which this tab stops.
    if (stopped.signal.aborted) return Promise.resolve();
    isLeader = true;
    return stream(tellAll, stopped.signal);
  };
  if (channel && "locks" in navigator) {
    // Rejects when this tab stops before its turn comes.
    navigator.locks.request(NAME, { signal: stopped.signal }, lead).catch(() => undefined);
  } else void lead();

  return () => {
    stopped.abort();
    channel?.close();
  };
}

/** One stream, made anew with growing pauses; ends when it is stopped. */
function stream(tell: (told: Told) => void, stopped: AbortSignal): Promise<void> {
  return new Promise((done) => {
    let pause = FIRST_PAUSE_MS;
    let isAgain = false; // what happened in between was not heard
    let timer: ReturnType<typeof setTimeout> | undefined;
    let source: EventSource | null = null;

    const connect = () => {
      source = new EventSource("/api/events");
      source.onopen = () => {
        pause = FIRST_PAUSE_MS;
        tell({ is: "open", again: isAgain });
        isAgain = true;
      };
      source.onerror = () => {
        if (stopped.aborted) return;
        // The browser's own way back gives up after some answers; this one does not.
        source?.close();
        isAgain = true;
        tell({ is: "lost" });
        timer = setTimeout(connect, pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      };
      source.addEventListener("changed", ({ data }: MessageEvent<string>) =>
        tell({ is: "changed", changed: JSON.parse(data) as Changed }),
      );
      source.addEventListener("state", ({ data }: MessageEvent<string>) =>
        tell({ is: "state", heads: (JSON.parse(data) as { heads: string }).heads }),
      );
      source.addEventListener("busy", ({ data }: MessageEvent<string>) =>
        tell({ is: "busy", busy: JSON.parse(data) as Busy }),
      );
      // The study was closed at the desk; nothing more comes.
      source.addEventListener("closed", () => {
        source?.close();
        tell({ is: "closed" });
      });
    };
    stopped.addEventListener("abort", () => {
      clearTimeout(timer);
      source?.close();
      done();
    });
    connect();
  });
}
