/** Which sources the list shows, and in which order. */
import type { SourceRow } from "../../services/shapes";

export const COLUMNS = ["name", "who", "format", "words", "coded", "language", "date"] as const;
export type Column = (typeof COLUMNS)[number];

export interface Sort {
  by: Column;
  isDown: boolean;
}

/** The words of the page under which a source is found beside its own. */
export interface FoundUnder {
  format: (source: SourceRow) => string;
  uncoded: string;
  recording: string;
}

/** Those for which every word that was typed stands somewhere in what the list tells. */
export function filtered(rows: readonly SourceRow[], typed: string, under: FoundUnder): readonly SourceRow[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((source) => {
    const told = fold(
      [
        source.name,
        ...source.participants.map(({ name }) => name),
        ...source.groups.map(({ name }) => name),
        ...source.speakers,
        under.format(source),
        source.language ?? "",
        source.date ?? "",
        source.note ?? "",
        source.media ? under.recording : "",
      ].join("\n"),
    );
    // “uncoded” is a question of its own: “coded” must not find it.
    return words.every((word) => (word === fold(under.uncoded) ? source.codings === 0 : told.includes(word)));
  });
}

/** The next order when a column's head is pressed: up, down, as they came. */
export function sortedBy(sort: Sort | null, by: Column): Sort | null {
  if (sort?.by !== by) return { by, isDown: false };
  return sort.isDown ? null : { by, isDown: true };
}

const names = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

export function ordered(
  rows: readonly SourceRow[],
  sort: Sort | null,
  format: (source: SourceRow) => string,
): readonly SourceRow[] {
  if (sort === null) return rows;
  const value = VALUES[sort.by];
  const sign = sort.isDown ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [one, other] = [value(a, format), value(b, format)];
    if (one === other) return 0;
    // What is not known stands last, whichever way.
    if (one === null) return 1;
    if (other === null) return -1;
    if (typeof one === "number" && typeof other === "number") return sign * (one - other);
    return sign * names.compare(String(one), String(other));
  });
}

type Told = string | number | null;

const VALUES: Record<Column, (source: SourceRow, format: (source: SourceRow) => string) => Told> = {
  name: ({ name }) => name,
  who: ({ participants, groups }) => [...participants, ...groups].map(({ name }) => name).join(", ") || null,
  format: (source, format) => format(source),
  words: ({ words }) => words,
  coded: codedShare,
  language: ({ language }) => language,
  date: ({ date }) => date,
};

/** The part of the turns that is coded; null where there is nothing to code. */
export function codedShare({ coded_turns, turns_to_code }: SourceRow): number | null {
  return turns_to_code > 0 ? coded_turns / turns_to_code : null;
}

const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
