/** Which pairs are asked for: all of it stands in the address, so that it can be kept. */
import { useMemo } from "react";
import { useSearchParams } from "wouter";

import type { PairsChoice } from "../../store/cooccurrence";

export function usePairsChoice() {
  const [parameters, setParameters] = useSearchParams();
  const written = parameters.toString();
  const { choice, pair } = useMemo(() => {
    const held = new URLSearchParams(written);
    const asked: PairsChoice = {
      unit: held.get("unit") ?? "overlap",
      codes: held.get("codes") ?? "codes:all",
      by: held.get("by") ?? "",
      where: held.get("where") ?? "",
    };
    const first = held.get("first");
    const second = held.get("second");
    return { choice: asked, pair: first && second ? { first, second } : null };
  }, [written]);

  const change = (changes: Record<string, string | null>, { isStep = false } = {}) =>
    setParameters(
      (now) => {
        const next = new URLSearchParams(now);
        for (const [name, value] of Object.entries(changes))
          if (value) next.set(name, value);
          else next.delete(name);
        return next;
      },
      { replace: !isStep },
    );
  return {
    choice,
    pair,
    open: (to: { first: string; second: string }) => change(to),
    /** Another question: the pair that was open may not be in its answer. */
    choose: (changes: Record<string, string>) => change({ ...changes, first: null, second: null }, { isStep: true }),
  };
}
