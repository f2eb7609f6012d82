/** Lists as people type them into one field, and back. */

/** One line each; empty ones are left out. */
export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** “Health: 4; Council: 2” as how many of each; null where a part of it says no number. */
export function countsOf(text: string): Record<string, number> | null {
  const counts: Record<string, number> = {};
  for (const part of text.split(/[;\n]/).map((each) => each.trim())) {
    if (!part) continue;
    const match = /^(.*\S)\s*[:=]\s*(\d{1,5})$/.exec(part);
    if (!match?.[1]) return null;
    counts[match[1]] = Number(match[2]);
  }
  return counts;
}

export const countsText = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name}: ${count}`)
    .join("; ");
