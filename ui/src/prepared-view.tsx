/** Views come in parts of their own, made ready while the page rests: a click shows them at once.
 *
 * Without Suspense, which holds back what follows its “Loading” for a third of a second. */
import { useEffect, useState } from "react";
import type { ComponentType } from "react";

import { Loading } from "./components/Progress";

type Load = () => Promise<{ default: ComponentType }>;

const loads: (() => Promise<unknown>)[] = [];

/** A view that is loaded when it is gone to, or before by `prepareViews`. */
export function preparedView(load: Load): ComponentType {
  let known: ComponentType | null = null;
  const loaded = async () => (known ??= (await load()).default);
  loads.push(loaded);

  return function View() {
    const [Found, setFound] = useState<ComponentType | null>(() => known);
    useEffect(() => {
      if (Found) return;
      let isHere = true;
      loaded().then(
        (view) => {
          if (isHere) setFound(() => view);
        },
        (error: unknown) => {
          // Thrown while rendering, it is told where the view would stand.
          if (isHere) setFound(() => () => throwing(error));
        },
      );
      return () => {
        isHere = false;
      };
    }, [Found]);
    return Found ? <Found /> : <Loading />;
  };
}

function throwing(error: unknown): never {
  throw error;
}

/** Load every view, one after another, whenever the page has nothing else to do. */
export function prepareViews(): () => void {
  let isWanted = true;
  const waiting = [...loads];
  const next = () => {
    const load = isWanted ? waiting.shift() : undefined;
    // One that cannot be loaded now is loaded, or told of, when it is gone to.
    if (load) void load().catch(() => undefined).then(later);
  };
  const later = () => {
    if ("requestIdleCallback" in window) window.requestIdleCallback(next, { timeout: 2_000 });
    else setTimeout(next, 200);
  };
  later();
  return () => {
    isWanted = false;
  };
}
