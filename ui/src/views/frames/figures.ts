/** Numbers of a frame as people read them, and its cases in an order. */
import type { FrameColumn, FrameGroups, FrameWhole } from "../../services/shapes";

export type Cell = FrameColumn["values"][number];

const PLACES = 4; // significant figures below a thousand

/** 17.93, 1,712,345, yes. */
export function shownCell(value: Cell, words: { yes: string; no: string }, language: string): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "string") return value;
  return shownNumber(value, language);
}

export function shownNumber(value: number, language: string): string {
  const options = Math.abs(value) >= 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: PLACES };
  return new Intl.NumberFormat(language, options).format(value);
}

/** The groupings over a characteristic, in their order. */
export const groupingsOf = (frame: FrameWhole, characteristic: string): FrameGroups[] =>
  frame.groupings.filter((grouping) => grouping.characteristic === characteristic);

export type Column = { is: "value"; column: FrameColumn } | { is: "group"; grouping: FrameGroups };

/** Every characteristic, each followed by the groups that were made from it. */
export const columnsOf = (frame: FrameWhole): Column[] =>
  frame.characteristics.flatMap((column): Column[] => [
    { is: "value", column },
    ...groupingsOf(frame, column.name).map((grouping) => ({ is: "group" as const, grouping })),
  ]);

const FEW = 5; // as many as stand beside a panel

/** What the cases are grouped by, and of the others as many as there is room for. */
export function fewColumns(columns: readonly Column[]): Column[] {
  const grouped = new Set(columns.flatMap((each) => (each.is === "group" ? [each.grouping.characteristic] : [])));
  const needed = columns.filter((each) => each.is === "group" || grouped.has(each.column.name));
  const room = Math.max(FEW - needed.length, 0);
  const others = new Set(columns.filter((each) => !needed.includes(each)).slice(0, room));
  return columns.filter((each) => needed.includes(each) || others.has(each));
}

export interface Order {
  /** A characteristic or a grouping; null for the order of the frame. */
  by: string | null;
  isDown: boolean;
}

/** The places of the cases in an order; cases without a value come last, either way. */
export function ordered(frame: FrameWhole, { by, isDown }: Order): number[] {
  const places = frame.cases.map((_, place) => place);
  if (by === null) return isDown ? places.reverse() : places;
  const column = frame.characteristics.find(({ name }) => name === by);
  const values: readonly Cell[] =
    by === CASE
      ? frame.cases.map(({ label }) => label)
      : (column?.values ?? frame.groupings.find(({ name }) => name === by)?.of_case ?? []);
  const sign = isDown ? -1 : 1;
  return places.sort((a, b) => {
    const one = values[a] ?? null;
    const other = values[b] ?? null;
    if (one === null || other === null) return one === other ? a - b : one === null ? 1 : -1;
    const by = typeof one === "string" ? one.localeCompare(String(other)) : Number(one) - Number(other);
    return sign * by || a - b;
  });
}

/** Stands for the names of the cases among what a table can be ordered by. */
export const CASE = " case";
