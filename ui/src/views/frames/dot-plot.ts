/** Where the dots of a plot stand: by their value, and one above another where they would cover. */

export interface Point {
  id: string;
  name: string;
  value: number;
  group: string | null;
}

export interface Dot extends Point {
  x: number;
  /** Its place in its stack, 0 at the bottom. */
  level: number;
}

export interface Scale {
  low: number;
  high: number;
  ticks: number[];
}

const STEPS = [1, 2, 2.5, 5, 10];

/** Round ends and marks around some values. */
export function scaleOf(values: readonly number[], marks = 5): Scale {
  const least = Math.min(...values);
  const most = Math.max(...values);
  if (values.length === 0 || !Number.isFinite(least)) return { low: 0, high: 1, ticks: [0, 1] };
  const span = most - least || Math.abs(most) || 1;
  const power = 10 ** Math.floor(Math.log10(span / marks));
  const step = (STEPS.find((each) => each * power >= span / marks) ?? 10) * power;
  const first = Math.floor(least / step);
  const last = Math.max(Math.ceil(most / step), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
  return { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1, ticks };
}

/** Where a value stands on a line of this width. */
export const placeOf = ({ low, high }: Scale, value: number, width: number) =>
  high > low ? ((value - low) / (high - low)) * width : width / 2;

/** The dots from left to right, each on those that it would cover. */
export function dotsOf(points: readonly Point[], scale: Scale, width: number, size: number): Dot[] {
  const dots: Dot[] = [];
  for (const point of [...points].sort((a, b) => a.value - b.value || a.name.localeCompare(b.name))) {
    const x = placeOf(scale, point.value, width);
    const taken = new Set(dots.filter((dot) => Math.abs(dot.x - x) < size).map(({ level }) => level));
    let level = 0;
    while (taken.has(level)) level += 1;
    dots.push({ ...point, x, level });
  }
  return dots;
}

interface Group {
  label: string;
  lowest: number | null;
  highest: number | null;
}

export interface Division {
  /** Where one group ends and the next begins; `isGiven` where the rule itself says so. */
  cuts: { value: number; isGiven: boolean }[];
  /** The middle of each group, for its name. */
  names: { label: string; value: number }[];
}

/** Where groups part: at the cut points of the rule, or half-way between two groups by rank. */
export function divisionOf(groups: readonly Group[], cutPoints: readonly number[]): Division {
  const filled = groups
    .flatMap(({ label, lowest, highest }) => (lowest === null || highest === null ? [] : [{ label, lowest, highest }]))
    .sort((a, b) => a.lowest - b.lowest);
  const between = filled.slice(1).map(({ lowest }, at) => ({
    value: ((filled[at]?.highest ?? lowest) + lowest) / 2,
    isGiven: false,
  }));
  return {
    cuts: cutPoints.length > 0 ? cutPoints.map((value) => ({ value, isGiven: true })) : between,
    names: filled.map(({ label, lowest, highest }) => ({ label, value: (lowest + highest) / 2 })),
  };
}
