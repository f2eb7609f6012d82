/** The codings of a source as sorted spans of the editor, and how they are cut into marks. */

import { placed } from "./turns";

export interface CodingColumns {
  id: readonly string[];
  code: readonly number[];
  codes: readonly string[];
  coder: readonly number[];
  coders: readonly string[];
  start_char: readonly number[];
  end_char: readonly number[];
  region?: readonly (readonly number[] | null)[];
}

/** How many underlines are drawn apart; what overlaps beyond them shares one denser line. */
export const LANES = 3;

/**
 * Spans sorted by where they begin; `row[i]` is the row of the columns they came from, and
 * `lane[i]` the underline it keeps from its first word to its last (`LANES` when all are taken).
 */
export interface Spans {
  from: Int32Array;
  to: Int32Array;
  row: Int32Array;
  lane: Uint8Array;
}

export const NO_SPANS: Spans = {
  from: new Int32Array(0),
  to: new Int32Array(0),
  row: new Int32Array(0),
  lane: new Uint8Array(0),
};

/** One stretch over which the same codings lie; `spans` are indices, the earliest begun first. */
export interface Segment {
  from: number;
  to: number;
  spans: number[];
}

/** The spans of the codings that `shown` lets through, without regions of pictures. */
export function spansFrom(
  columns: CodingColumns,
  place: (point: number) => number,
  shown: (row: number) => boolean = () => true,
): Spans {
  const { start_char: starts, end_char: ends } = columns;
  const rows: number[] = [];
  for (let row = 0; row < starts.length; row++) {
    const hasWords = at(ends, row) > at(starts, row) && !columns.region?.[row];
    if (hasWords && shown(row)) rows.push(row);
  }
  rows.sort((a, b) => at(starts, a) - at(starts, b) || at(ends, b) - at(ends, a) || a - b);
  const from = placed(rows, (row) => place(at(starts, row)));
  const to = placed(rows, (row) => place(at(ends, row)));
  const codes = placed(rows, (row) => at(columns.code, row));
  return { from, to, row: Int32Array.from(rows), lane: lanesOf(from, to, codes) };
}

const at = (values: readonly number[], row: number) => values[row] as number;

/** Spans of one code that overlap, as of two coders who agree, share one underline. */
function lanesOf(from: Int32Array, to: Int32Array, codes: Int32Array): Uint8Array {
  const ends = new Int32Array(LANES).fill(-1);
  const holders = new Int32Array(LANES).fill(-1);
  const lanes = new Uint8Array(from.length).fill(LANES);
  for (let span = 0; span < from.length; span++) {
    const start = from[span] as number;
    const code = codes[span] as number;
    const shared = ends.findIndex((end, lane) => end > start && holders[lane] === code);
    const lane = shared >= 0 ? shared : ends.findIndex((end) => end <= start);
    if (lane < 0) continue;
    ends[lane] = Math.max(ends[lane] as number, to[span] as number);
    holders[lane] = code;
    lanes[span] = lane;
  }
  return lanes;
}

/** The spans that touch `from`-`to`, in order. One pass over plain numbers: 0.1 ms for 100,000. */
export function spansWithin(spans: Spans, from: number, to: number): number[] {
  const found: number[] = [];
  for (let span = 0; span < spans.from.length; span++) {
    if ((spans.from[span] as number) >= to) break;
    if ((spans.to[span] as number) > from) found.push(span);
  }
  return found;
}

/** The stretches of `from`-`to` that any span covers, cut wherever a span begins or ends. */
export function segmentsWithin(spans: Spans, from: number, to: number): Segment[] {
  const here = spansWithin(spans, from, to);
  const cuts = new Set<number>();
  for (const span of here) {
    cuts.add(Math.max(spans.from[span] as number, from));
    cuts.add(Math.min(spans.to[span] as number, to));
  }
  const places = Int32Array.from(cuts).sort();
  const segments: Segment[] = [];
  let open: number[] = [];
  let next = 0;
  for (let cut = 0; cut + 1 < places.length; cut++) {
    const start = places[cut] as number;
    const end = places[cut + 1] as number;
    open = open.filter((span) => (spans.to[span] as number) > start);
    while (next < here.length && (spans.from[here[next] as number] as number) <= start) {
      open.push(here[next++] as number);
    }
    if (open.length > 0) segments.push({ from: start, to: end, spans: [...open] });
  }
  return segments;
}

/** The spans over one position, the shortest first, as a click on the text means the innermost. */
export function spansAt(spans: Spans, position: number): number[] {
  const length = (span: number) => (spans.to[span] as number) - (spans.from[span] as number);
  return spansWithin(spans, position, position + 1).sort((a, b) => length(a) - length(b));
}

/** Spans carried through an edit; those whose words are gone stay as empty spans. */
export function movedSpans(spans: Spans, move: (place: number, side: number) => number): Spans {
  const from = spans.from.map((place) => move(place, 1));
  const to = spans.to.map((place, span) => Math.max(move(place, -1), from[span] as number));
  return { ...spans, from, to };
}
