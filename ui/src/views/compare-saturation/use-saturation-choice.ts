/** What is asked of saturation: all of it stands in the address. */
import { useMemo } from "react";
import { useSearchParams } from "wouter";

import type { SaturationChoice } from "../../store/saturation";

const MOST_INTERVIEWS = 1000;

/** A whole number of interviews from what was typed or stands in an address. */
export function interviewsOf(written: string | null, otherwise: number): number {
  const number = Number(written);
  return written && Number.isInteger(number) && number >= 1 && number <= MOST_INTERVIEWS ? number : otherwise;
}

/** A share of the base, written as a percentage. */
export function shareOf(written: string | null): number {
  const number = Number((written ?? "").replace(",", "."));
  return written && number >= 0 && number < 100 ? number / 100 : 0.05;
}

export function useSaturationChoice() {
  const [parameters, setParameters] = useSearchParams();
  const written = parameters.toString();
  const choice = useMemo((): SaturationChoice => {
    const held = new URLSearchParams(written);
    return {
      base: interviewsOf(held.get("base"), 4),
      run: interviewsOf(held.get("run"), 2),
      threshold: shareOf(held.get("threshold")),
      by: held.get("by") ?? "",
      level: held.get("level") === "top" ? "top" : "leaf",
      order: held.get("order") === "added" ? "added" : "date",
      coder: held.get("coder") ?? "",
      where: held.get("where") ?? "",
    };
  }, [written]);
  const change = (changes: Record<string, string>) =>
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
  return { choice, shown: parameters.get("case"), change };
}
