/** Which codes a heat map shows, and how dark each of its cells is. */
import type { CodePairs } from "../../store/cooccurrence";

export interface HeatCell {
  row: number;
  column: number;
  first: string;
  second: string;
  participants: number;
  /** 0 to 1: c as a share of the greatest. */
  strength: number;
}

export interface Heat {
  labels: string[];
  cells: HeatCell[];
  greatest: number;
}

/** The codes of the pairs that most participants say, in the order of the codebook, and both halves. */
export function heatOf({ codes, pairs }: Pick<CodePairs, "codes" | "pairs">, most: number): Heat {
  const shown = new Set<string>();
  for (const { first, second } of pairs) {
    const added = [first, second].filter((label) => !shown.has(label));
    if (shown.size + added.length <= most) for (const label of added) shown.add(label);
  }
  const labels = codes.map(({ label }) => label).filter((label) => shown.has(label));
  const place = new Map(labels.map((label, at) => [label, at]));
  const inside = pairs.filter(({ first, second }) => place.has(first) && place.has(second));
  const greatest = inside.reduce((found, { c }) => Math.max(found, c ?? 0), 0);
  const cells = inside.flatMap(({ first, second, c, participants }) => {
    const ends = [place.get(first) ?? 0, place.get(second) ?? 0] as const;
    const cell = { first, second, participants, strength: greatest > 0 ? (c ?? 0) / greatest : 0 };
    return [
      { ...cell, row: ends[0], column: ends[1] },
      { ...cell, row: ends[1], column: ends[0] },
    ];
  });
  return { labels, cells, greatest };
}

/** The last name of a path such as “Relationships > Trust”. */
export const shortName = (label: string) => label.split(" > ").at(-1) ?? label;
