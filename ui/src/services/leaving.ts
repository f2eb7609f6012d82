/** Asking before a page is left that holds words nobody has stored: by a link, a key, or Back. */

/** Does what was asked about, once somebody has said so. */
export type Leave = () => void;

let ask: ((leave: Leave) => void) | null = null;
let here = { href: "", state: null as unknown };

/** Ask before the page is left, until the answer is called. */
export function askBeforeLeaving(asks: (leave: Leave) => void): () => void {
  ask = asks;
  remember();
  window.addEventListener("beforeunload", unloading);
  for (const event of MOVES) window.addEventListener(event, remember);
  return stop;
}

/** For the router: goes there, at once or when somebody has said so. */
export function goOrAsk<Options>(
  go: (to: string, options?: Options) => void,
  to: string,
  options?: Options,
): void {
  if (!ask || isSamePage(to)) go(to, options);
  else ask(() => leaving(() => go(to, options)));
}

/** What the router says of addresses that it went to. */
const MOVES = ["pushState", "replaceState"];

function remember(): void {
  here = { href: window.location.href, state: window.history.state as unknown };
}

function stop(): void {
  ask = null;
  window.removeEventListener("beforeunload", unloading);
  for (const event of MOVES) window.removeEventListener(event, remember);
}

function leaving(leave: Leave): void {
  stop();
  leave();
}

/** Another passage of the same page, at the same day, leaves nothing. */
function isSamePage(to: string): boolean {
  const now = new URL(here.href);
  const next = new URL(to, now);
  const day = ({ searchParams }: URL) => searchParams.get("as_of");
  return now.pathname === next.pathname && day(now) === day(next);
}

function popped(event: PopStateEvent): void {
  if (!ask) return;
  if (isSamePage(window.location.href)) {
    remember();
    return;
  }
  // The browser has gone already: it comes back here, and goes again when somebody says so.
  event.stopImmediatePropagation();
  window.history.pushState(here.state, "", here.href);
  ask(() => leaving(() => window.history.back()));
}

// From the beginning, so as to hear of it before the router: both listen at the same window, and
// there the first to listen is the first to be told.
window.addEventListener("popstate", popped);

function unloading(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
