/** What is looked at stands in the address, so that it can be kept and passed on. */
import { useParams, useSearchParams } from "wouter";

import { withAsOf } from "../../services/address";
import type { Standing } from "../../services/shapes";
import { useAsOf } from "../../store/asking";
import { useGo } from "../../store/desk-actions";

export const PARTS = ["ledger", "quotes", "words", "reports"] as const;
export type Part = (typeof PARTS)[number];
export const STANDINGS: readonly Standing[] = ["supported", "changed", "contradicted", "untested"];

export function useFindingsAddress() {
  const { id = null } = useParams<{ id?: string }>();
  const [parameters, setParameters] = useSearchParams();
  const go = useGo();
  const asOf = useAsOf();
  const set = (name: string, value: string | null) =>
    setParameters(
      (now) => {
        if (value) now.set(name, value);
        else now.delete(name);
        return now;
      },
      { replace: true },
    );
  const choose = (chosen: string | null) => {
    const kept = new URLSearchParams(parameters);
    kept.delete("new");
    const rest = kept.toString();
    const path = chosen ? `/findings/${chosen}` : "/findings";
    go(withAsOf(rest ? `${path}?${rest}` : path, asOf), { replace: true });
  };
  return {
    id,
    part: PARTS.find((part) => part === parameters.get("part")) ?? "ledger",
    standing: STANDINGS.find((each) => each === parameters.get("standing")) ?? null,
    quote: parameters.get("quote"),
    report: parameters.get("report"),
    isNewAsked: parameters.get("new") === "finding",
    set,
    choose,
  };
}
