import { useEffect, useRef, useSyncExternalStore } from "react";

import { actions, registerActions } from "../services/keys";
import type { Action } from "../services/keys";

/** Make a view's actions known (keys, palette, `?`, the bar) while it is shown. They may be made
 * anew at each rendering: only what is seen of them counts as a change. */
export function useActions(now: readonly Action[]): void {
  const latest = useRef(now);
  useEffect(() => {
    latest.current = now;
  });
  const seen = JSON.stringify(now);
  useEffect(() => {
    const known = latest.current.map((action) => ({
      ...action,
      run: () => latest.current.find(({ id }) => id === action.id)?.run(),
    }));
    return registerActions(known);
  }, [seen]);
}

/** Every action that is known just now. */
export function useAllActions(): readonly Action[] {
  return useSyncExternalStore(actions.subscribe, actions.get);
}
