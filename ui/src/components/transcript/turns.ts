/** The turns of a transcript in editor positions, and the questions the desk asks of them. */

export interface TurnColumns {
  start_char: readonly number[];
  end_char: readonly number[];
  speech_start_char: readonly number[];
  start_ms: readonly (number | null)[];
  label: readonly number[];
}

export interface SpeakerLabel {
  label: string;
  participant_id: string | null;
  participant: string | null;
  role: string | null;
  is_of_interviewer: boolean;
}

/** Turns with their places as positions of the editor (UTF-16), in order. */
export interface Turns {
  start: Int32Array;
  speech: Int32Array;
  end: Int32Array;
  label: Int32Array;
  startMs: readonly (number | null)[];
  labels: readonly SpeakerLabel[];
}

export const NO_TURNS: Turns = {
  start: new Int32Array(0),
  speech: new Int32Array(0),
  end: new Int32Array(0),
  label: new Int32Array(0),
  startMs: [],
  labels: [],
};

/** Turns as the server sends them, with `place` turning a code point into an editor position. */
export function turnsFrom(
  columns: TurnColumns,
  labels: readonly SpeakerLabel[],
  place: (point: number) => number,
): Turns {
  return {
    start: placed(columns.start_char, place),
    speech: placed(columns.speech_start_char, place),
    end: placed(columns.end_char, place),
    label: Int32Array.from(columns.label),
    startMs: columns.start_ms,
    labels,
  };
}

/** Int32Array.from with a function takes ten times as long. */
export function placed(points: readonly number[], place: (point: number) => number): Int32Array {
  const places = new Int32Array(points.length);
  for (let at = 0; at < points.length; at++) places[at] = place(points[at] as number);
  return places;
}

/** The first index whose value is greater than `wanted`, in values that never fall. */
export function firstAfter(values: Int32Array, wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The turn that holds a position, else the one before it; -1 before the first. */
export function turnAt(turns: Turns, position: number): number {
  return firstAfter(turns.start, position) - 1;
}

/** Whether somebody other than the interviewer speaks here. */
export function isParticipantTurn(turns: Turns, turn: number): boolean {
  return turns.labels[turns.label[turn] ?? -1]?.is_of_interviewer !== true;
}

/** Whether a turn is to be coded: a participant's words, or a paragraph where nobody is named. */
function isToCode(turns: Turns, turn: number): boolean {
  const hasWords = (turns.end[turn] as number) > (turns.speech[turn] as number);
  const isSaidBySomebody = turns.labels.length === 0 || (turns.label[turn] as number) >= 0;
  return hasWords && isSaidBySomebody && isParticipantTurn(turns, turn);
}

/** For every turn, 1 where some span `from[i]`-`to[i]` (sorted by `from`) touches its words. */
export function codedTurns(turns: Turns, from: Int32Array, to: Int32Array): Uint8Array {
  const coded = new Uint8Array(turns.start.length);
  for (let span = 0; span < from.length; span++) {
    const start = from[span] as number;
    const end = to[span] as number;
    let turn = Math.max(turnAt(turns, start), 0);
    for (; turn < coded.length && (turns.start[turn] as number) < end; turn++) {
      if ((turns.end[turn] as number) > start && (turns.speech[turn] as number) < end) {
        coded[turn] = 1;
      }
    }
  }
  return coded;
}

/** How many of the participants' turns carry a coding, of how many. */
export function codedCount(turns: Turns, coded: Uint8Array): { coded: number; of: number } {
  let done = 0;
  let all = 0;
  for (let turn = 0; turn < coded.length; turn++) {
    if (!isToCode(turns, turn)) continue;
    all += 1;
    done += coded[turn] as number;
  }
  return { coded: done, of: all };
}

/** The next participant's turn without a coding after `position`, going round; -1 when none. */
export function nextUncoded(turns: Turns, coded: Uint8Array, position: number): number {
  const count = coded.length;
  const here = turnAt(turns, position);
  for (let step = 1; step <= count; step++) {
    const turn = (here + step + count) % count;
    if (!coded[turn] && isToCode(turns, turn)) return turn;
  }
  return -1;
}

/** Where a move by turn from `position` arrives: the words' start of this, next or previous turn. */
export function turnStep(turns: Turns, position: number, forward: boolean): number | null {
  const here = turnAt(turns, position);
  if (forward) return turns.speech[here + 1] ?? null;
  const own = turns.speech[here];
  if (own !== undefined && position > own) return own;
  return turns.speech[here - 1] ?? null;
}

/** The turn being spoken at a moment of the recording; -1 before the first timed turn. */
export function turnAtMoment(turns: Turns, milliseconds: number): number {
  let found = -1;
  for (let turn = 0; turn < turns.startMs.length; turn++) {
    const start = turns.startMs[turn];
    if (start === null || start === undefined) continue;
    if (start > milliseconds) break;
    found = turn;
  }
  return found;
}
