/** How the cases are looked at: of which kind, as grid or tree, sorted, filtered, searched. The
 * kind and the shape stand in the address, so that a link leads to the same. */
import { useMemo, useState } from "react";
import { useSearchParams } from "wouter";

import type { Cases } from "../../services/shapes";
import { ALL, PERSON, columnsOf, rowsShown } from "./grid-columns";
import type { Filter, Filters, Sorting } from "./grid-columns";

export type Shape = "grid" | "tree";

export function useViewState(cases: Cases | undefined, nameLabel: string) {
  const [parameters, setParameters] = useSearchParams();
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [filters, setFilters] = useState<Filters>({});
  const [find, setFind] = useState("");
  const [hasAllColumns, setAllColumns] = useState(false);
  const asked = parameters.get("kind");
  const usual = cases?.kinds[PERSON] ? PERSON : ALL;
  const kind = asked === ALL || (asked && cases?.kinds[asked]) ? asked : usual;
  const shape: Shape = parameters.get("view") === "tree" ? "tree" : "grid";

  const put = (name: string, value: string) =>
    setParameters(
      (before) => {
        const next = new URLSearchParams(before);
        next.set(name, value);
        return next;
      },
      { replace: true },
    );

  const ofKind = useMemo(
    () => (cases?.cases ?? []).filter((row) => kind === ALL || row.kind === kind),
    [cases, kind],
  );
  const columns = useMemo(
    () => (cases ? columnsOf(cases, ofKind, kind, hasAllColumns, nameLabel) : []),
    [cases, ofKind, kind, hasAllColumns, nameLabel],
  );
  const rows = useMemo(
    () => rowsShown(ofKind, columns, { find, filters, sorting }),
    [ofKind, columns, find, filters, sorting],
  );

  return {
    kind,
    shape,
    sorting,
    filters,
    find,
    hasAllColumns,
    ofKind,
    columns,
    rows,
    setKind: (value: string) => put("kind", value),
    setShape: (value: Shape) => put("view", value),
    setSorting,
    setFind,
    setAllColumns,
    setFilter: (column: string, filter: Filter | null) =>
      setFilters((before) => {
        const next = Object.fromEntries(Object.entries(before).filter(([key]) => key !== column));
        return filter ? { ...next, [column]: filter } : next;
      }),
    clear: () => {
      setFilters({});
      setFind("");
    },
  };
}

export type ViewState = ReturnType<typeof useViewState>;
