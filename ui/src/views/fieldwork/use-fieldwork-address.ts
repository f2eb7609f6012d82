/** What the address says of this view: the part, whom one looks at, and whom the board shows. */
import { useCallback } from "react";
import { useSearchParams } from "wouter";

export const TABS = ["board", "recruitment", "referrals", "records", "guides", "release", "todo"] as const;
export type Tab = (typeof TABS)[number];

export interface FieldworkAddress {
  tab: Tab;
  person: string | null;
  site: string;
  sector: string;
}

type Changes = Partial<Record<keyof FieldworkAddress, string | null>>;

export function useFieldworkAddress(): [FieldworkAddress, (changes: Changes) => void] {
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.get("tab");
  const change = useCallback(
    (changes: Changes) =>
      setParameters(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes))
            if (value) next.set(name, value);
            else next.delete(name);
          return next;
        },
        { replace: true },
      ),
    [setParameters],
  );
  return [
    {
      tab: TABS.find((tab) => tab === asked) ?? "board",
      person: parameters.get("person"),
      site: parameters.get("site") ?? "",
      sector: parameters.get("sector") ?? "",
    },
    change,
  ];
}
