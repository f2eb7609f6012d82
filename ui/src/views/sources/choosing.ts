/** Choosing rows: one by a click or an arrow, more with Shift and Ctrl. */

export interface Chosen {
  ids: ReadonlySet<string>;
  /** The row that the arrows move from. */
  at: string | null;
  /** The row that a Shift choice begins at. */
  from: string | null;
}

export const NOTHING_CHOSEN: Chosen = { ids: new Set(), at: null, from: null };

export const one = (id: string): Chosen => ({ ids: new Set([id]), at: id, from: id });

export const several = (ids: readonly string[]): Chosen => ({
  ids: new Set(ids),
  at: ids[0] ?? null,
  from: ids[0] ?? null,
});

/** All rows from where the choice began to this one. */
export function upTo(chosen: Chosen, id: string, rows: readonly string[]): Chosen {
  const begins = chosen.from === null ? -1 : rows.indexOf(chosen.from);
  if (begins < 0) return one(id);
  const ends = rows.indexOf(id);
  const range = rows.slice(Math.min(begins, ends), Math.max(begins, ends) + 1);
  return { ids: new Set(range), at: id, from: chosen.from };
}

/** This row too, or no longer. */
export function toggled(chosen: Chosen, id: string): Chosen {
  const ids = new Set(chosen.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, at: id, from: id };
}

/** What is left of a choice when rows are gone, as after a removal: their neighbour comes next. */
export function among(chosen: Chosen, rows: readonly string[], before: readonly string[]): Chosen {
  const there = new Set(rows);
  const ids = new Set([...chosen.ids].filter((id) => there.has(id)));
  if (chosen.at === null || there.has(chosen.at)) return { ...chosen, ids };
  const place = before.indexOf(chosen.at);
  const next =
    before.slice(place + 1).find((id) => there.has(id)) ??
    before.slice(0, Math.max(place, 0)).reverse().find((id) => there.has(id));
  if (next === undefined) return NOTHING_CHOSEN;
  return ids.size > 0 ? { ids, at: next, from: next } : one(next);
}

export type Step = "up" | "down" | "pageUp" | "pageDown" | "first" | "last";

/** The row that a key leads to. */
export function stepFrom(at: string | null, step: Step, rows: readonly string[], page: number): string | null {
  const here = at === null ? -1 : rows.indexOf(at);
  const last = rows.length - 1;
  if (last < 0) return null;
  const to = {
    up: here < 0 ? last : here - 1,
    down: here + 1,
    pageUp: here - page,
    pageDown: here + page,
    first: 0,
    last,
  }[step];
  return rows[Math.min(Math.max(to, 0), last)] ?? null;
}
