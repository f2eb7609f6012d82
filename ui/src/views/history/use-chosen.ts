import { useParams, useSearchParams } from "wouter";

import { address } from "../../services/address";
import { useGo } from "../../store/desk-actions";
import type { HistoryFilter } from "../../store/history";

const FILTERS = ["person", "kind", "since", "until"] as const;

export type FilterName = (typeof FILTERS)[number];

/** What the address says: the operation that is looked at, and which are listed. */
export function useChosen() {
  const { operation } = useParams<{ operation?: string }>();
  const [parameters] = useSearchParams();
  const go = useGo();
  const filter: HistoryFilter = {};
  for (const name of FILTERS) {
    const value = parameters.get(name);
    if (value) filter[name] = value;
  }
  const to = (path: string | null, with_: HistoryFilter, replace: boolean) =>
    go(address(path ? `/history/${path}` : "/history", { ...with_ }), { replace });
  return {
    operation: operation ? decodeURIComponent(operation) : null,
    filter,
    isFiltered: Object.keys(filter).length > 0,
    choose: (next: string) => to(next, filter, true),
    narrow: (name: FilterName, value: string) => to(operation ?? null, { ...filter, [name]: value }, true),
    showAll: () => to(operation ?? null, {}, true),
  };
}
