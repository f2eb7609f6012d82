/** Cuts and the row that is open stand in the address, so that they can be kept and passed on. */
import { useMemo } from "react";
import { useSearchParams } from "wouter";

import type { QcaCuts } from "../../store/qca";

type Name = "incl" | "pri" | "n" | "absent" | "row";

export function useQcaChoice() {
  const [parameters, setParameters] = useSearchParams();
  const text = parameters.toString();
  const cuts = useMemo(() => cutsOf(new URLSearchParams(text)), [text]);
  const row = Number(parameters.get("row")) || null;
  const change = (changes: Partial<Record<Name, string | null>>) =>
    setParameters(
      (now) => {
        const next = new URLSearchParams(now);
        for (const [name, value] of Object.entries(changes))
          if (value) next.set(name, value);
          else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return { cuts, row, change };
}

export function cutsOf(parameters: URLSearchParams): QcaCuts {
  const inclusion = numberIn(parameters.get("incl"), 0, 1);
  const pri = numberIn(parameters.get("pri"), 0, 1);
  const frequency = numberIn(parameters.get("n"), 1, 10_000);
  return {
    ...(inclusion === null ? {} : { inclusion }),
    ...(pri === null ? {} : { pri }),
    ...(frequency === null ? {} : { frequency: Math.round(frequency) }),
    ...(parameters.get("absent") === null ? {} : { negated: parameters.get("absent") === "yes" }),
  };
}

/** A number within bounds, typed with a point or a comma; null where it is none. */
export function numberIn(text: string | null, least: number, most: number): number | null {
  if (text === null || text.trim() === "") return null;
  const number = Number(text.trim().replace(",", "."));
  return Number.isFinite(number) && number >= least && number <= most ? number : null;
}
