/** What is worked out of a text or its codings once, however many parts of the page ask for it. */

import type { SourceCodings, SourceText } from "../../services/shapes";
import { TextPositions } from "../../services/text-positions";
import { spansFrom } from "./spans";
import type { Spans } from "./spans";
import { codedTurns, turnsFrom } from "./turns";
import type { Turns } from "./turns";

const positions = new WeakMap<SourceText, TextPositions>();
const turns = new WeakMap<SourceText, Turns>();
const spans = new WeakMap<SourceCodings, Spans>();

const same = (place: number) => place;

function once<Of extends object, Known>(
  known: WeakMap<Of, Known>,
  of: Of,
  work: (of: Of) => Known,
): Known {
  const found = known.get(of);
  if (found !== undefined) return found;
  const made = work(of);
  known.set(of, made);
  return made;
}

/** Between code points and the editor's positions of a text. */
export const positionsOf = (text: SourceText): TextPositions =>
  once(positions, text, ({ text: words }) => new TextPositions(words));

/** The turns of a text in code points. */
export const turnsOf = (text: SourceText): Turns =>
  once(turns, text, (of) => turnsFrom(of.turns, of.labels, same));

/** The codings of a source in code points, in order. */
export const spansOf = (codings: SourceCodings): Spans =>
  once(spans, codings, (of) => spansFrom(of, same));

/** For every turn of a text, 1 where a coding touches its words. */
export function codedTurnsOf(text: SourceText, codings: SourceCodings): Uint8Array {
  const { from, to } = spansOf(codings);
  return codedTurns(turnsOf(text), from, to);
}
