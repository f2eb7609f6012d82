import type { GridRow, JudgementRow } from "../../services/shapes/synthesis-chart";

export type Look = "first" | "between" | "last" | "beside";

/** How a status looks: by its place in the order. What stands beside the order is no place in it. */
export function lookOf(grid: GridRow, key: string): Look {
  const scale = grid.statuses.filter(({ on_scale }) => on_scale);
  const at = scale.findIndex((status) => status.key === key);
  if (at < 0) return "beside";
  if (at === 0) return "first";
  return at === scale.length - 1 ? "last" : "between";
}

export const MARKS: Record<Look, string> = { first: "●", between: "◐", last: "○", beside: "?" };

export interface StatusCount {
  key: string;
  name: string;
  look: Look;
  count: number;
}

/** How many cases have each status in a cell, and of how many nobody judged it. */
export function countsOf(grid: GridRow, judged: readonly JudgementRow[], cases: number) {
  const held = new Map<string, Set<string>>();
  for (const { status, case: of } of judged) held.set(status, (held.get(status) ?? new Set()).add(of ?? ""));
  const counts: StatusCount[] = grid.statuses
    .map(({ key, name }) => ({ key, name, look: lookOf(grid, key), count: held.get(key)?.size ?? 0 }))
    .filter(({ count }) => count > 0);
  const whose = new Set(judged.map(({ case: of }) => of ?? ""));
  return { counts, open: Math.max(0, (grid.case_kind ? cases : 1) - whose.size) };
}
