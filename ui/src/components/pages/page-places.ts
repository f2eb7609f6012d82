/** Between places on a page and places in the text. Parts of a page run from 0 to 1. */

export interface PageWords {
  start_char: readonly number[];
  end_char: readonly number[];
  x: readonly number[];
  y: readonly number[];
  width: readonly number[];
  height: readonly number[];
}

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The word nearest to a point; words of its line come first. -1 on a page without words. */
export function wordNear(words: PageWords, x: number, y: number): number {
  let nearest = -1;
  let least = Infinity;
  for (let word = 0; word < words.x.length; word++) {
    const rectangle = wordPlace(words, word);
    const across = Math.max(rectangle.x - x, 0, x - rectangle.x - rectangle.width);
    const down = Math.max(rectangle.y - y, 0, y - rectangle.y - rectangle.height);
    const distance = across + 4 * down;
    if (distance < least) {
      least = distance;
      nearest = word;
    }
  }
  return nearest;
}

export function wordPlace(words: PageWords, word: number): Rectangle {
  return {
    x: words.x[word] ?? 0,
    y: words.y[word] ?? 0,
    width: words.width[word] ?? 0,
    height: words.height[word] ?? 0,
  };
}

/** Where a stretch of text stands on the page: one rectangle for each line of it. */
export function placesOnPage(words: PageWords, start_char: number, end_char: number): Rectangle[] {
  const lines: Rectangle[] = [];
  for (let word = 0; word < words.x.length; word++) {
    if ((words.start_char[word] ?? 0) >= end_char || (words.end_char[word] ?? 0) <= start_char) {
      continue;
    }
    const own = wordPlace(words, word);
    const last = lines.at(-1);
    const isSameLine =
      last !== undefined &&
      Math.abs(last.y + last.height / 2 - own.y - own.height / 2) < own.height / 2 &&
      own.x >= last.x;
    if (!isSameLine) {
      lines.push(own);
      continue;
    }
    const top = Math.min(last.y, own.y);
    const bottom = Math.max(last.y + last.height, own.y + own.height);
    last.width = Math.max(last.x + last.width, own.x + own.width) - last.x;
    last.y = top;
    last.height = bottom - top;
  }
  return lines;
}

const LEAST = 0.01;
const within = (value: number) => Math.min(1, Math.max(0, value));

/** The rectangle between two points, within the page. */
export function rectangleBetween(
  from: { x: number; y: number },
  to: { x: number; y: number },
): Rectangle {
  const left = within(Math.min(from.x, to.x));
  const top = within(Math.min(from.y, to.y));
  return {
    x: left,
    y: top,
    width: within(Math.max(from.x, to.x)) - left,
    height: within(Math.max(from.y, to.y)) - top,
  };
}

export const isLargeEnough = ({ width, height }: Rectangle) => width >= LEAST && height >= LEAST;

const STEP = 0.02;

/** A rectangle moved, or with `isSizing` made larger or smaller, by an arrow key. */
export function movedRectangle(rectangle: Rectangle, key: string, isSizing: boolean): Rectangle {
  const across = key === "ArrowRight" ? STEP : key === "ArrowLeft" ? -STEP : 0;
  const down = key === "ArrowDown" ? STEP : key === "ArrowUp" ? -STEP : 0;
  const { x, y, width, height } = rectangle;
  if (isSizing) {
    return {
      x,
      y,
      width: Math.min(1 - x, Math.max(LEAST, width + across)),
      height: Math.min(1 - y, Math.max(LEAST, height + down)),
    };
  }
  return {
    x: Math.min(1 - width, Math.max(0, x + across)),
    y: Math.min(1 - height, Math.max(0, y + down)),
    width,
    height,
  };
}

/** The page that holds a place of the text, from 1, by where its pages start. */
export function pageAt(page_starts: readonly number[], char: number): number {
  let page = 1;
  for (let at = 0; at < page_starts.length; at++) {
    if ((page_starts[at] as number) <= char) page = at + 1;
  }
  return page;
}
