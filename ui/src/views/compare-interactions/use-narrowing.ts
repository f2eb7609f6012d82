/** What is looked at: all of it stands in the address, so that it can be kept and passed on. */
import { useMemo } from "react";
import { useSearchParams } from "wouter";

import type { Narrowing } from "../../store/interactions";

type Name = "by" | "only" | "basis" | "leave_out" | "edge" | "rests";

/** A condition such as site:"North", as Search writes it. */
export const condition = (field: string, value: string) => `${field}:"${value.replaceAll('"', "")}"`;

export function useNarrowing() {
  const [parameters, setParameters] = useSearchParams();
  const only = parameters.get("only") ?? "";
  const by = parameters.get("by") ?? "";
  const basis = parameters.get("basis") ?? "";
  const leaveOut = parameters.get("leave_out") ?? "";
  const narrowing = useMemo(
    (): Narrowing => ({
      ...(by ? { by } : {}),
      ...(only ? { where: only } : {}),
      ...(basis === "asserted" || basis === "inferred" ? { basis } : {}),
      ...(leaveOut ? { leave_out: leaveOut } : {}),
    }),
    [by, only, basis, leaveOut],
  );
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
  return {
    narrowing,
    choice: { by, only, basis, leave_out: leaveOut },
    edge: parameters.get("edge"),
    showsRest: parameters.get("rests") === "yes",
    change,
  };
}
