/** Finding words in the open text (Ctrl F): plain words, any case, never a pattern. */

import type { Stretch } from "./sentences";

const MOST = 10_000;

/** Every place where the words stand, up to ten thousand, ignoring case. */
export function placesOf(text: string, words: string): Stretch[] {
  if (words.trim() === "") return [];
  const pattern = new RegExp(words.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&"), "giu");
  const places: Stretch[] = [];
  for (const match of text.matchAll(pattern)) {
    places.push({ from: match.index, to: match.index + match[0].length });
    if (places.length >= MOST) break;
  }
  return places;
}

/** The place to go to from `position`, going round; -1 when there is none. */
export function nextPlace(places: readonly Stretch[], position: number, forward: boolean): number {
  if (places.length === 0) return -1;
  if (forward) {
    const next = places.findIndex((each) => each.from > position);
    return next < 0 ? 0 : next;
  }
  for (let index = places.length - 1; index >= 0; index--) {
    if ((places[index] as Stretch).from < position) return index;
  }
  return places.length - 1;
}
