/** What is compared: all of it stands in the address, so that it can be kept and passed on. */
import { useMemo } from "react";
import { useSearchParams } from "wouter";

import type { Option } from "../../components/Select";
import type { MatrixChoice } from "../../store/matrix";
import { useMatrixOptions } from "../../store/matrix";
import type { Order } from "./shown-rows";

export interface CellPlace {
  row: string;
  column: string;
}

type Changes = Partial<Record<"rows" | "columns" | "count" | "where" | "order" | "empty" | "row" | "column", string | null>>;

const ORDERS: readonly string[] = ["given", "name", "total"];

export function useComparison(hasParticipants: boolean) {
  const [parameters, setParameters] = useSearchParams();
  const { data: options, error, refetch } = useMatrixOptions();

  const hasSites = options?.columns.some(({ value }) => value === "sites") ?? true;
  const others = options?.columns.filter(({ group, value }) => group === "Cases" && value !== "participants");
  const anyColumns = hasSites ? "sites" : (others?.[0]?.value ?? "sources");

  const rows = parameters.get("rows") ?? "codes:all";
  const columns = parameters.get("columns") ?? anyColumns;
  const count = parameters.get("count") ?? (hasParticipants ? "participants" : "passages");
  const where = parameters.get("where") ?? "";
  const choice = useMemo(
    (): Required<MatrixChoice> => ({ rows, columns, count, where }),
    [rows, columns, count, where],
  );
  const asked = parameters.get("order") ?? "given";
  const row = parameters.get("row");
  const column = parameters.get("column");

  const change = (changes: Changes, options: { isStep?: boolean } = {}) =>
    setParameters(
      (now) => {
        const next = new URLSearchParams(now);
        for (const [name, value] of Object.entries(changes))
          if (value) next.set(name, value);
          else next.delete(name);
        return next;
      },
      { replace: !options.isStep },
    );

  return {
    options,
    error,
    refetch,
    choice,
    hasSites,
    isDefaultColumns: !parameters.has("columns"),
    order: (ORDERS.includes(asked) ? asked : "given") as Order,
    hidesEmpty: parameters.get("empty") === "hidden",
    cell: useMemo((): CellPlace | null => (row && column ? { row, column } : null), [row, column]),
    change,
    /** Other rows, columns or counts: the cell that was open is no longer there. */
    choose: (changes: Changes) => change({ ...changes, row: null, column: null }, { isStep: true }),
    swap: () => change({ rows: columns, columns: rows, row: column, column: row }, { isStep: true }),
  };
}

export type Comparison = ReturnType<typeof useComparison>;

/** Whether participants lie in the members of a side: kinds of cases, attributes, waves. */
export const isGroupOfPeople = ({ group, value }: Option) =>
  (group === "Cases" && value !== "participants") || group === "Attributes" || value === "waves";

/** The choices with the one in the address, even where it is not among them. */
export function withChosen(options: readonly Option[], chosen: string): Option[] {
  const plain = options.map(({ value, label, group }) => ({
    value,
    label: label.replaceAll("_", " "),
    ...(group ? { group } : {}),
  }));
  if (plain.some(({ value }) => value === chosen)) return plain;
  return [...plain, { value: chosen, label: chosen }];
}
