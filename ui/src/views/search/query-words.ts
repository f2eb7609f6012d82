/** Questions as text: quoting names, adding and taking away conditions. */

const JOINING = new Set(["and", "or", "not", "overlaps", "within", "contains", "precedes", "follows", "near"]);
const PLAIN = /^[^\s"“”„«»'‘’()/&:=<>!,|*?][^\s"“”„«»():=<>!,|*?]*$/u;

/** A name as a question has it: in quotation marks where it is not one plain word. */
export function quoted(name: string): string {
  const isPlain = PLAIN.test(name) && !name.includes("..") && !JOINING.has(name.toLowerCase());
  return isPlain ? name : `"${name.replace(/[\\"“”„«»*]/gu, (sign) => `\\${sign}`)}"`;
}

interface Piece {
  text: string;
  /** The word that joins it to the one before. */
  joint: "and" | "or" | null;
}

/** The pieces of a question that stand outside all brackets and quotation marks. */
function pieces(question: string): Piece[] {
  const found: Piece[] = [];
  let depth = 0;
  let isQuoted = false;
  let from = 0;
  let joint: Piece["joint"] = null;
  for (let at = 0; at < question.length; at++) {
    const sign = question[at] ?? "";
    if (sign === "\\") at++;
    else if (/["“”„«»]/u.test(sign)) isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (sign === "(") depth++;
    else if (sign === ")") depth--;
    else if (depth === 0) {
      const word = /^\s(and|or|&|\|)\s/iu.exec(question.slice(at));
      if (!word) continue;
      found.push({ text: question.slice(from, at).trim(), joint });
      joint = /^(and|&)$/iu.test(word[1] ?? "") ? "and" : "or";
      at += word[0].length - 2;
      from = at + 1;
    }
  }
  found.push({ text: question.slice(from).trim(), joint });
  return found;
}

/** The question with one more condition. */
export function narrowed(question: string, condition: string): string {
  const asked = question.trim();
  if (asked === "") return condition;
  const parts = pieces(asked);
  if (parts.some(({ text }) => text === condition)) return asked;
  return parts.some(({ joint }) => joint === "or") ? `(${asked}) and ${condition}` : `${asked} and ${condition}`;
}

/** The conditions after the first piece that can be taken away one by one. */
export function conditionsOf(question: string): string[] {
  const parts = pieces(question);
  if (parts.some(({ joint }) => joint === "or")) return [];
  return parts.slice(1).map(({ text }) => text);
}

/** The question without one of its conditions. */
export function without(question: string, condition: string): string {
  const [first, ...rest] = pieces(question);
  const kept = rest.filter(({ text }) => text !== condition);
  return [first?.text ?? "", ...kept.map(({ text }) => text)].join(" and ");
}

/** The words of a question that is nothing but several plain words; null for any other. */
export function plainWords(question: string): string[] | null {
  const words = question.trim().split(/\s+/u);
  const isPlain = words.length > 1 && words.every((word) => PLAIN.test(word) && !JOINING.has(word.toLowerCase()));
  return isPlain ? words : null;
}

/** Whether what was understood is what was typed, but for letters' case and needless signs. */
export function isAsTyped(typed: string, understood: string): boolean {
  return bare(typed) === bare(understood);
}

const bare = (question: string) =>
  question
    .toLocaleLowerCase()
    .replace(/["“”„«»()]/gu, " ")
    .replace(/(^|\s)text:/gu, "$1")
    .replace(/(^|\s)&(\s)/gu, "$1and$2")
    .replace(/(^|\s)\|(\s)/gu, "$1or$2")
    .replace(/([:=<>,])\s+/gu, "$1")
    .replace(/\s+/gu, " ")
    .trim();
