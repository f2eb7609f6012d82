/** The one place that knows both ways of counting a text: the study counts code points, the
 * browser UTF-16 units. A character beyond the first plane is one code point and two units. */

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

export class TextPositions {
  /** Where each two-unit character starts, in units, in order. */
  readonly #pairs: Uint32Array;
  readonly units: number;
  readonly chars: number;

  constructor(text: string) {
    const pairs: number[] = [];
    for (let unit = 0; unit + 1 < text.length; unit++) {
      if (isHigh(text.charCodeAt(unit)) && isLow(text.charCodeAt(unit + 1))) pairs.push(unit++);
    }
    this.#pairs = Uint32Array.from(pairs);
    this.units = text.length;
    this.chars = text.length - pairs.length;
  }

  /** Units to code points; a place inside a character counts as its start. */
  toChar(unit: number): number {
    const place = Math.min(Math.max(unit, 0), this.units);
    return place - this.#pairsBefore((pair) => pair < place);
  }

  /** Code points to units. */
  toUnit(char: number): number {
    const place = Math.min(Math.max(char, 0), this.chars);
    return place + this.#pairsBefore((pair, index) => pair - index < place);
  }

  /** How many pairs, from the first on, are before a place: `isBefore` holds up to there. */
  #pairsBefore(isBefore: (pair: number, index: number) => boolean): number {
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(this.#pairs[middle] ?? 0, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** A part of a text by code points, as the study names it. */
export function sliceChars(text: string, start_char: number, end_char: number): string {
  const positions = new TextPositions(text);
  return text.slice(positions.toUnit(start_char), positions.toUnit(end_char));
}
