/** Corrections that are not saved yet, kept in this browser for each source. */

export interface ChangedLine {
  line: number;
  before: string;
  after: string;
}

/** The lines that were changed; the whole text where lines were added or taken out. */
export type Draft = { at_ms: number } & ({ lines: ChangedLine[] } | { text: string });

const key = (source: string) => `crosscase.correction.${source}`;

/** What was typed into a text, as little of it as says everything. */
export function draftOf(base: string, mine: string, at_ms: number): Draft {
  const before = base.split("\n");
  const after = mine.split("\n");
  if (before.length !== after.length) return { at_ms, text: mine };
  const lines = after.flatMap((words, line): ChangedLine[] => {
    const old = before[line] ?? "";
    return words === old ? [] : [{ line, before: old, after: words }];
  });
  return { at_ms, lines };
}

/** A draft put onto a text, which somebody else may have corrected since it was begun. */
export function withDraft(text: string, draft: Draft): string {
  if ("text" in draft) return draft.text;
  const lines = text.split("\n");
  for (const { line, before, after } of draft.lines) {
    const moved = lines[line] === before ? line : lines.indexOf(before);
    lines[moved >= 0 ? moved : Math.min(line, lines.length - 1)] = after;
  }
  return lines.join("\n");
}

/** What was typed into a source and not saved; null where there is none. */
export function keptDraft(source: string): Draft | null {
  const kept = localStorage.getItem(key(source));
  if (kept === null) return null;
  const read = JSON.parse(kept) as Partial<{ at_ms: number; lines: ChangedLine[]; text: string }>;
  const at_ms = read.at_ms ?? 0;
  if (Array.isArray(read.lines)) return { at_ms, lines: read.lines };
  return typeof read.text === "string" ? { at_ms, text: read.text } : null;
}

/** Keep what was typed; false where this browser has no room for it. */
export function keepDraft(source: string, draft: Draft): boolean {
  try {
    localStorage.setItem(key(source), JSON.stringify(draft));
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

export function dropDraft(source: string): void {
  localStorage.removeItem(key(source));
}
