/** Sentences and words of a text, for moving and selecting by keyboard. */

/** How much text around a position is looked at: a sentence longer than this is cut. */
const REACH = 4000;

export interface Stretch {
  from: number;
  to: number;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string, granularity: "sentence" | "word"): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  const known = segmenters.get(key);
  if (known) return known;
  let made: Intl.Segmenter;
  try {
    made = new Intl.Segmenter(language || undefined, { granularity });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    made = new Intl.Segmenter(undefined, { granularity }); // an unknown language tag
  }
  segmenters.set(key, made);
  return made;
}

/** Without the white space at its ends; empty stretches stay where they begin. */
export function trimmed(text: string, stretch: Stretch): Stretch {
  const words = text.slice(stretch.from, stretch.to);
  const from = stretch.from + (words.length - words.trimStart().length);
  return { from, to: Math.max(from, stretch.to - (words.length - words.trimEnd().length)) };
}

/** The sentences of the line (or the part near `position` of a long one) that holds it. */
export function sentencesNear(line: string, position: number, language = "en"): Stretch[] {
  const base = Math.max(0, position - REACH);
  const near = line.slice(base, position + REACH);
  const found: Stretch[] = [];
  for (const part of segmenter(language, "sentence").segment(near)) {
    const from = base + part.index;
    const stretch = trimmed(line, { from, to: from + part.segment.length });
    if (stretch.to > stretch.from) found.push(stretch);
  }
  return found;
}

/** The sentence at a position: the one that holds it, else the next one, else the last. */
export function sentenceAt(line: string, position: number, language = "en"): Stretch | null {
  const all = sentencesNear(line, position, language);
  return all.find((each) => position < each.to) ?? all.at(-1) ?? null;
}

/** Where a move by sentence within a line arrives; null when it leaves the line. */
export function sentenceStep(
  line: string,
  position: number,
  forward: boolean,
  language = "en",
): number | null {
  const all = sentencesNear(line, position, language);
  if (forward) {
    const next = all.find((each) => each.from > position);
    if (next) return next.from;
    const end = all.at(-1)?.to;
    return end !== undefined && position < end ? end : null;
  }
  const before = all.filter((each) => each.from < position).at(-1);
  return before?.from ?? null;
}

/** A stretch widened to whole words, and without white space at its ends. */
export function snappedToWords(text: string, stretch: Stretch, language = "en"): Stretch {
  const own = trimmed(text, stretch);
  const base = Math.max(0, own.from - 200);
  const near = text.slice(base, own.to + 200);
  let { from, to } = own;
  for (const part of segmenter(language, "word").segment(near)) {
    const start = base + part.index;
    const end = start + part.segment.length;
    if (!part.isWordLike) continue;
    if (start < own.from && own.from < end) from = start;
    if (start < own.to && own.to < end) to = end;
  }
  return { from, to };
}
