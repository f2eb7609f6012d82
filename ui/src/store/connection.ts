/** Ties the desk's events and the changes that wait to the page. */
import { useEffect, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";

import { begin, connected, outbox, shutOut, workIn } from "../services/api";
import { listen } from "../services/live";
import type { Changed } from "../services/live";
import { cache } from "./asking";
import { useDesk } from "./desk";
import { invalidate, ownOperations } from "./live-updates";
import { useStudy } from "./study";

const HERE_MS = 10 * 60_000;

/** Listens while the page is open; to be called once, by the shell. */
export function useConnection(): void {
  const t = useTranslations("common.toast");
  const study = useStudy().data?.id;
  const you = useStudy().data?.person_id ?? null;

  useEffect(() => {
    if (study !== undefined) workIn(study);
  }, [study]);

  useEffect(() => {
    let sent = 0;
    outbox.onSent = () => {
      sent += 1;
      if (outbox.isWaiting) return;
      useDesk.getState().show({ text: t("sentLater", { count: sent }) });
      sent = 0;
      invalidate();
    };
    const retry = () => void outbox.flush();
    window.addEventListener("online", retry);
    return () => window.removeEventListener("online", retry);
  }, [t]);

  useEffect(
    () =>
      listen((told) => {
        const { set } = useDesk.getState();
        if (told.is === "changed") take(told.changed, you);
        else if (told.is === "busy") set({ busy: told.busy.busy ? (told.busy.what ?? "") : null });
        else if (told.is === "lost") connected.set(false);
        else if (told.is === "closed") begin();
        else if (told.is === "state") catchUp(told.heads);
        else {
          connected.set(true);
          void outbox.flush();
          // What happened while nobody listened is not known: ask for what is shown.
          if (told.again) void cache.invalidateQueries();
        }
      }),
    [you],
  );
}

/** What was read before anybody told of changes may be old already. */
function catchUp(heads: string): void {
  const read = cache.getQueryData<{ heads: string }>(["study", null]);
  if (read && read.heads !== heads) void cache.invalidateQueries();
}

function take(changed: Changed, you: string | null): void {
  const { operations, more } = changed;
  const others = operations.filter(({ person_id }) => person_id !== null && person_id !== you);
  if (others.length > 0) {
    const now = Date.now();
    const seen = Object.fromEntries(others.map(({ person_id }) => [person_id ?? "", now]));
    useDesk.getState().set({ others: { ...useDesk.getState().others, ...seen } });
  }
  const isOwn = more === 0 && operations.length > 0 && operations.every(({ operation }) => ownOperations.has(operation));
  if (!isOwn) invalidate(changed);
}

/** How many others changed something in the last ten minutes. */
export function useOthersHere(): number {
  const others = useDesk((desk) => desk.others);
  // eslint-disable-next-line react-hooks/purity -- a rough figure; the next event renews it
  const since = Date.now() - HERE_MS;
  return Object.values(others).filter((at) => at > since).length;
}

export function useOutgoing() {
  return useSyncExternalStore(outbox.state.subscribe, outbox.state.get);
}

export function useIsConnected(): boolean {
  return useSyncExternalStore(connected.subscribe, connected.get);
}

export function useIsShutOut(): boolean {
  return useSyncExternalStore(shutOut.subscribe, shutOut.get);
}

/** Put away a change that was refused. */
export function dismissRefused(intent: string): void {
  outbox.dismiss(intent);
}
