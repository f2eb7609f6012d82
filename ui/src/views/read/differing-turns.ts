/** Where two versions of a text differ, line by line, for somebody who has to choose. */

export interface Difference {
  /** The line's number in the first text, from 0; -1 where it is only in the second. */
  line: number;
  mine: string;
  theirs: string;
}

const MOST_LINES = 2000;

/** The lines of `mine` and `theirs` that differ, in pairs where one took the other's place. */
export function differingLines(mine: string, theirs: string): Difference[] {
  const a = mine.split("\n");
  const b = theirs.split("\n");
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (
    end < a.length - start &&
    end < b.length - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  ) {
    end++;
  }
  const own = a.slice(start, a.length - end);
  const other = b.slice(start, b.length - end);
  if (own.length > MOST_LINES || other.length > MOST_LINES) {
    return [{ line: start, mine: own.join("\n"), theirs: other.join("\n") }];
  }
  return pairs(own, other, start);
}

/** Lines that both have are the longest common sequence; what lies between is paired. */
function pairs(a: readonly string[], b: readonly string[], start: number): Difference[] {
  const lengths = commonLengths(a, b);
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  const found: Difference[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
      continue;
    }
    const fromA = i;
    const fromB = j;
    while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i] === b[j])) {
      if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) i++;
      else j++;
    }
    const count = Math.max(i - fromA, j - fromB);
    for (let step = 0; step < count; step++) {
      const own = fromA + step < i ? a[fromA + step] : undefined;
      const other = fromB + step < j ? b[fromB + step] : undefined;
      found.push({
        line: own === undefined ? -1 : start + fromA + step,
        mine: own ?? "",
        theirs: other ?? "",
      });
    }
  }
  return found.filter(({ mine, theirs }) => mine !== theirs);
}

function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    const row = lengths[i] as Uint16Array;
    const below = lengths[i + 1] as Uint16Array;
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] =
        a[i] === b[j]
          ? (below[j + 1] as number) + 1
          : Math.max(below[j] as number, row[j + 1] as number);
    }
  }
  return lengths;
}

/**
 * Corrections made to `base` put onto `theirs`, line by line. Lines that both changed keep
 * `mine` and are counted in `both`.
 */
export function reapplied(
  base: string,
  mine: string,
  theirs: string,
): { text: string; both: number } {
  const before = base.split("\n");
  const own = mine.split("\n");
  const other = theirs.split("\n");
  // Corrections change words within lines; where lines were added or taken out, mine stands whole.
  if (before.length !== own.length || before.length !== other.length) {
    return { text: mine, both: differingLines(mine, theirs).length };
  }
  let both = 0;
  const lines = before.map((line, at) => {
    const mineHere = own[at] as string;
    const theirsHere = other[at] as string;
    if (mineHere === line) return theirsHere;
    if (theirsHere !== line && theirsHere !== mineHere) both += 1;
    return mineHere;
  });
  return { text: lines.join("\n"), both };
}
