/** Where the coding stripes beside the text stand: bars in lanes, names where there is room. */

/** One bar to draw: its code, who coded, and the height of text that it stands beside. */
export interface Stripe {
  key: string;
  code: number;
  coders: string[];
  codings: string[];
  top: number;
  bottom: number;
}

export interface PlacedStripe extends Stripe {
  lane: number;
  /** Where its name stands; null where there is no room for one. */
  nameTop: number | null;
}

export interface StripeRoom {
  lanes: number;
  nameHeight: number;
  /** How far below its bar's end a name may be pushed before it is left out. */
  slack: number;
}

/** A coding measured on the page, before those of one code are drawn as one bar. */
export interface MeasuredCoding {
  id: string;
  code: number;
  coder: string;
  from: number;
  to: number;
  top: number;
  bottom: number;
}

/** Bars of one code that overlap in the text become one bar with all their coders' names. */
export function stripesOf(codings: readonly MeasuredCoding[]): Stripe[] {
  const open = new Map<number, Stripe & { to: number }>();
  const stripes: Stripe[] = [];
  for (const each of codings) {
    const last = open.get(each.code);
    if (last && each.from < last.to) {
      last.codings.push(each.id);
      if (!last.coders.includes(each.coder)) last.coders.push(each.coder);
      last.to = Math.max(last.to, each.to);
      last.bottom = Math.max(last.bottom, each.bottom);
      continue;
    }
    const stripe = {
      key: each.id,
      code: each.code,
      coders: [each.coder],
      codings: [each.id],
      top: each.top,
      bottom: each.bottom,
      to: each.to,
    };
    open.set(each.code, stripe);
    stripes.push(stripe);
  }
  return stripes;
}

/** Bars side by side where they overlap; beyond the last lane they lie over one another. */
export function placedStripes(stripes: readonly Stripe[], room: StripeRoom): PlacedStripe[] {
  const ordered = [...stripes].sort((a, b) => a.top - b.top || b.bottom - a.bottom);
  const laneEnds: number[] = [];
  let namesEnd = -Infinity;
  return ordered.map((stripe) => {
    let lane = laneEnds.findIndex((end) => end + 1 <= stripe.top);
    if (lane < 0) lane = Math.min(laneEnds.length, room.lanes - 1);
    laneEnds[lane] = Math.max(laneEnds[lane] ?? -Infinity, stripe.bottom);
    const wanted = Math.max(stripe.top, namesEnd);
    const fits = wanted + room.nameHeight <= stripe.bottom + room.slack;
    if (fits) namesEnd = wanted + room.nameHeight;
    return { ...stripe, lane, nameTop: fits ? wanted : null };
  });
}

/** How many lanes the bars take up. */
export function lanesUsed(placed: readonly PlacedStripe[]): number {
  return placed.reduce((most, stripe) => Math.max(most, stripe.lane + 1), 0);
}
