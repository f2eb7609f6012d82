/** What is charted: all of it stands in the address, so that it can be kept and passed on. */
import { useMemo } from "react";
import { useSearchParams } from "wouter";

import type { ChartChoice } from "../../store/charting";

type Name = keyof ChartChoice | "subject" | "code";

export function useChartAddress() {
  const [parameters, setParameters] = useSearchParams();
  const said = (name: Name, otherwise = "") => parameters.get(name) ?? otherwise;
  const rows = said("rows", "participants");
  const [columns, where, wave] = [said("columns"), said("where"), said("wave")];
  const change = (changes: Partial<Record<Name, string | null>>, isStep = false) =>
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
    choice: useMemo((): ChartChoice => ({ rows, columns, where, wave }), [rows, columns, where, wave]),
    subject: parameters.get("subject"),
    code: parameters.get("code"),
    change,
  };
}

export type ChartAddress = ReturnType<typeof useChartAddress>;
