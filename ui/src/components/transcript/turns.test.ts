import { describe, expect, it } from "vitest";

import {
  codedCount,
  codedTurns,
  isParticipantTurn,
  nextUncoded,
  turnAt,
  turnAtMoment,
  turnStep,
  turnsFrom,
} from "./turns";

const turns = turnsFrom(
  {
    start_char: [0, 20, 40, 60],
    end_char: [18, 38, 58, 80],
    speech_start_char: [5, 25, 45, 65],
    start_ms: [0, 5000, null, 9000],
    label: [0, 1, 0, 1],
  },
  [
    { label: "I", participant_id: null, participant: null, role: "interviewer", is_of_interviewer: true },
    { label: "P", participant_id: "p", participant: "P14", role: null, is_of_interviewer: false },
  ],
  (point) => point,
);

const spans = (...places: [number, number][]): [Int32Array, Int32Array] => [
  Int32Array.from(places, ([from]) => from),
  Int32Array.from(places, ([, to]) => to),
];

describe("turns", () => {
  it("are found by a place in them or between them", () => {
    expect(turnAt(turns, 0)).toBe(0);
    expect(turnAt(turns, 39)).toBe(1);
    expect(turnAt(turns, 79)).toBe(3);
  });

  it("count as coded when a coding touches their words, not their label", () => {
    expect([...codedTurns(turns, ...spans([10, 30]))]).toEqual([1, 1, 0, 0]);
    expect([...codedTurns(turns, ...spans([60, 65]))]).toEqual([0, 0, 0, 0]);
  });

  it("are counted without the interviewer's", () => {
    expect(codedCount(turns, codedTurns(turns, ...spans([10, 12], [66, 70])))).toEqual({
      coded: 1,
      of: 2,
    });
  });

  it("are a participant's unless the label is an interviewer's", () => {
    expect([0, 1].map((turn) => isParticipantTurn(turns, turn))).toEqual([false, true]);
  });

  it("are not to be coded where others are named and they are not, as a title is not", () => {
    const titled = { ...turns, label: Int32Array.from([-1, 1, 0, 1]) };
    expect(codedCount(titled, new Uint8Array(4)).of).toBe(2);
    expect(
      codedCount({ ...titled, labels: [], label: new Int32Array(4).fill(-1) }, new Uint8Array(4))
        .of,
    ).toBe(4);
  });

  it("lead to the next participant's turn not coded yet, going round at the end", () => {
    const coded = codedTurns(turns, ...spans([66, 70]));
    expect(nextUncoded(turns, coded, 0)).toBe(1);
    expect(nextUncoded(turns, coded, 30)).toBe(1);
    expect(nextUncoded(turns, codedTurns(turns, ...spans([26, 27], [66, 70])), 0)).toBe(-1);
  });

  it("are stepped through from words to words", () => {
    expect(turnStep(turns, 7, true)).toBe(25);
    expect(turnStep(turns, 30, false)).toBe(25);
    expect(turnStep(turns, 25, false)).toBe(5);
    expect(turnStep(turns, 70, true)).toBeNull();
  });

  it("follow a recording, also past turns without a time", () => {
    expect(turnAtMoment(turns, 6000)).toBe(1);
    expect(turnAtMoment(turns, 9500)).toBe(3);
  });
});
