import { describe, expect, it } from "vitest";

import { LANES, movedSpans, segmentsWithin, spansAt, spansFrom } from "./spans";

function codings(...places: [start: number, end: number][]) {
  return {
    id: places.map((_, row) => `c${row}`),
    code: places.map((_, row) => row),
    codes: places.map((_, row) => `code${row}`),
    coder: places.map(() => 0),
    coders: ["you"],
    start_char: places.map(([start]) => start),
    end_char: places.map(([, end]) => end),
  };
}

const same = (place: number) => place;

describe("spans of codings", () => {
  it("stand in the order of the text, whatever order they came in", () => {
    const spans = spansFrom(codings([30, 40], [0, 10], [0, 20]), same);
    expect([...spans.from]).toEqual([0, 0, 30]);
    expect([...spans.row]).toEqual([2, 1, 0]);
  });

  it("leave out who is hidden, and regions that have no words", () => {
    const spans = spansFrom(codings([0, 10], [5, 5], [20, 30]), same, (row) => row !== 2);
    expect([...spans.row]).toEqual([0]);
  });

  it("keep their underline apart from those they overlap, up to three", () => {
    const spans = spansFrom(codings([0, 10], [1, 10], [2, 10], [3, 10], [10, 12]), same);
    expect([...spans.lane]).toEqual([0, 1, 2, LANES, 0]);
  });
});

describe("coders who agree", () => {
  it("share one underline, and leave the others to other codes", () => {
    const columns = { ...codings([0, 10], [2, 12], [4, 8], [11, 14]), code: [0, 0, 1, 1] };
    expect([...spansFrom(columns, same).lane]).toEqual([0, 0, 1, 1]);
  });
});

describe("segments", () => {
  it("are cut wherever a coding begins or ends, and know every coding over them", () => {
    const spans = spansFrom(codings([0, 10], [5, 15], [20, 30]), same);
    expect(segmentsWithin(spans, 0, 100)).toEqual([
      { from: 0, to: 5, spans: [0] },
      { from: 5, to: 10, spans: [0, 1] },
      { from: 10, to: 15, spans: [1] },
      { from: 20, to: 30, spans: [2] },
    ]);
  });

  it("stay within what is in view", () => {
    const spans = spansFrom(codings([0, 100]), same);
    expect(segmentsWithin(spans, 40, 60)).toEqual([{ from: 40, to: 60, spans: [0] }]);
    expect(segmentsWithin(spans, 100, 120)).toEqual([]);
  });

  it("cover exactly what the codings cover, for any codings", () => {
    let state = 5;
    const draw = (most: number) => (state = (state * 1103515245 + 12345) % 2147483648) % most;
    for (let round = 0; round < 50; round++) {
      const places = Array.from({ length: 8 }, (): [number, number] => {
        const start = draw(60);
        return [start, start + 1 + draw(20)];
      });
      const spans = spansFrom(codings(...places), same);
      const segments = segmentsWithin(spans, 0, 100);
      for (let at = 0; at < 100; at++) {
        const expected = places.filter(([start, end]) => start <= at && at < end).length;
        const segment = segments.find(({ from, to }) => from <= at && at < to);
        expect(segment?.spans.length ?? 0).toBe(expected);
      }
    }
  });
});

describe("what lies at a place", () => {
  it("is the shortest coding first, as a click means the innermost", () => {
    const spans = spansFrom(codings([0, 50], [10, 20]), same);
    expect(spansAt(spans, 12)).toEqual([1, 0]);
    expect(spansAt(spans, 30)).toEqual([0]);
    expect(spansAt(spans, 50)).toEqual([]);
  });
});

describe("an edit", () => {
  it("moves the codings behind it and empties those whose words are gone", () => {
    const spans = spansFrom(codings([0, 5], [10, 20], [30, 40]), same);
    // Ten characters from 10 on are taken out.
    const move = (place: number) => (place <= 10 ? place : place < 20 ? 10 : place - 10);
    const moved = movedSpans(spans, move);
    expect([...moved.from]).toEqual([0, 10, 20]);
    expect([...moved.to]).toEqual([5, 10, 30]);
  });
});
