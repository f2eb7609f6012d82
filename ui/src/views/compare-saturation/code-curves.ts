/** Where the curves of saturation run on a plot. */
import type { SaturationOfCase } from "../../services/shapes";

export interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Curves {
  /** The greatest number of codes on the axis. */
  most: number;
  codeTicks: number[];
  interviewTicks: number[];
  met: string;
  expected: string;
  band: string;
  points: { x: number; y: number; interview: number; codes: number }[];
  reachedX: number | null;
}

const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500];

/** Round marks from `first` up to (or past) a number, not more than so many. */
export function marksUpTo(number: number, first = 0, marks = 6): number[] {
  const step = STEPS.find((each) => number / each <= marks) ?? Math.ceil(number / marks);
  const last = Math.max(Math.ceil(number / step), 1);
  const found = Array.from({ length: last + 1 }, (_, at) => at * step);
  return first === 0 ? found : [first, ...found.filter((each) => each > first && each <= number)];
}

/** The lines of one case, as paths of an svg. */
export function curvesOf(told: SaturationOfCase, { left, right, top, bottom }: Area): Curves {
  const { interviews, accumulation, run } = told;
  const last = Math.max(interviews.length, 2);
  const codeTicks = marksUpTo(Math.max(told.chao2.observed, ...accumulation.high, 1));
  const most = codeTicks.at(-1) ?? 1;
  const x = (interview: number) => left + ((interview - 1) / (last - 1)) * (right - left);
  const y = (codes: number) => bottom - (codes / most) * (bottom - top);
  const line = (codes: readonly number[]) =>
    codes.map((each, at) => `${at === 0 ? "M" : "L"}${shown(x(at + 1))} ${shown(y(each))}`).join("");
  const back = (codes: readonly number[]) =>
    codes.map((_, at) => codes.length - 1 - at).map((at) => `L${shown(x(at + 1))} ${shown(y(codes[at] ?? 0))}`).join("");
  return {
    most,
    codeTicks,
    interviewTicks: marksUpTo(interviews.length, 1, 8),
    met: line(interviews.map(({ cumulative }) => cumulative)),
    expected: line(accumulation.expected),
    band: accumulation.low.length > 1 ? `${line(accumulation.high)}${back(accumulation.low)}Z` : "",
    points: interviews.map(({ number, cumulative }) => ({
      x: x(number),
      y: y(cumulative),
      interview: number,
      codes: cumulative,
    })),
    reachedX: run.interviews === null ? null : x(run.interviews),
  };
}

/** Where a number of codes or of interviews stands. */
export const codesAt = (codes: number, most: number, { top, bottom }: Area) => bottom - (codes / most) * (bottom - top);
export const interviewAt = (interview: number, interviews: number, { left, right }: Area) =>
  left + ((interview - 1) / (Math.max(interviews, 2) - 1)) * (right - left);

const shown = (place: number) => Number(place.toFixed(1));
