/** Which passage an action is about: the selected words, else those of the chosen coding. */

import type { Span } from "../../services/address";
import { TextPositions } from "../../services/text-positions";

export interface Passage extends Span {
  text: string;
}

/** The selected words, else the chosen coding's; null where there are neither. */
export function placeInHand(selected: Span | null, chosen: Span | null): Span | null {
  if (selected && selected.end_char > selected.start_char) return selected;
  if (chosen && chosen.end_char > chosen.start_char) return chosen;
  return null;
}

/** The longest name that the words of a passage may become. */
export const LONGEST_NAME = 80;

/** The name that words become when they are coded in vivo; null when they are too many. */
export function inVivoName(words: string): string | null {
  const name = words
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^[“"'‘(]+|[”"'’).,;:!?]+$/gu, "");
  return name === "" || name.length > LONGEST_NAME ? null : name;
}

/** A place with one end moved by a word; it never becomes empty. */
export function movedBoundary(
  text: string,
  place: { from: number; to: number },
  end: "start" | "end",
  forward: boolean,
): { from: number; to: number } {
  const at = end === "start" ? place.from : place.to;
  const moved = forward ? wordEndAfter(text, at, end) : wordStartBefore(text, at, end);
  if (end === "start") return moved < place.to && moved !== at ? { ...place, from: moved } : place;
  return moved > place.from && moved !== at ? { ...place, to: moved } : place;
}

/** The same in code points; null where the place stays as it is. */
export function movedSpan(
  text: string,
  place: Span,
  end: "start" | "end",
  forward: boolean,
): Span | null {
  const positions = new TextPositions(text);
  const units = { from: positions.toUnit(place.start_char), to: positions.toUnit(place.end_char) };
  const moved = movedBoundary(text, units, end, forward);
  if (moved === units) return null;
  return { start_char: positions.toChar(moved.from), end_char: positions.toChar(moved.to) };
}

const isSpace = (letter: string | undefined) => letter === undefined || /\s/.test(letter);

function wordEndAfter(text: string, at: number, end: "start" | "end"): number {
  let place = at;
  if (end === "start") {
    while (place < text.length && !isSpace(text[place])) place++;
    while (place < text.length && isSpace(text[place])) place++;
    return place;
  }
  while (place < text.length && isSpace(text[place])) place++;
  while (place < text.length && !isSpace(text[place])) place++;
  return place;
}

function wordStartBefore(text: string, at: number, end: "start" | "end"): number {
  let place = at;
  if (end === "end") {
    while (place > 0 && !isSpace(text[place - 1])) place--;
    while (place > 0 && isSpace(text[place - 1])) place--;
    return place;
  }
  while (place > 0 && isSpace(text[place - 1])) place--;
  while (place > 0 && !isSpace(text[place - 1])) place--;
  return place;
}
