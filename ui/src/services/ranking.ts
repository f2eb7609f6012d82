/** How well typed letters find a name: the start of it, of a word in it, a part, or its letters
 * in order. Zero means that they do not. */

const fold = (text: string) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();

export function rank(typed: string, name: string): number {
  const query = fold(typed).trim();
  const text = fold(name);
  if (query === "") return 1;
  if (text === query) return 1000;
  const short = 100 / (10 + text.length); // of two that fit alike, the shorter one
  if (text.startsWith(query)) return 800 + short;
  if (startsWord(text, query)) return 600 + short;
  const words = query.split(/\s+/);
  if (words.length > 1 && words.every((word) => startsWord(` ${text}`, word))) return 500 + short;
  if (text.includes(query)) return 400 + short;
  if (words.length > 1 && words.every((word) => text.includes(word))) return 300 + short;
  const initials = text.match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)?.join("") ?? "";
  if (query.length > 1 && initials.startsWith(query)) return 200 + short;
  return spread(query.replaceAll(" ", ""), text, short);
}

/** Letters in order with gaps: only from three letters on, and not too far apart. */
function spread(query: string, text: string, short: number): number {
  if (query.length < 3) return 0;
  let at = -1;
  let first = -1;
  for (const letter of query) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return 0;
    if (first < 0) first = at;
  }
  const width = at - first + 1;
  return width > query.length * 3 ? 0 : 50 + short + (10 * query.length) / width;
}

function startsWord(text: string, query: string): boolean {
  for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? "")) return true;
  return false;
}

/** The best first; those that do not fit are left out, and equals keep their order. */
export function ranked<T>(typed: string, all: readonly T[], nameOf: (item: T) => string): T[] {
  if (typed.trim() === "") return [...all];
  return all
    .map((item) => ({ item, score: rank(typed, nameOf(item)) }))
    .filter((each) => each.score > 0)
    .sort((a, b) => b.score - a.score)
    .map((each) => each.item);
}
