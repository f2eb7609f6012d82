/** The text of checks: the name that is being typed, and putting another in its place. */
import { TextPositions } from "../../services/text-positions";
import type { CheckRow } from "../../services/shapes";

export interface NameTyped {
  /** Where the name begins, in units of the field, with its quotation mark. */
  start: number;
  typed: string;
}

const AFTER_CODE = /\bcode:("?)([^"():]*)$/u;
const PLAIN = /^[\p{L}\p{N}_-]+$/u;

/** The name of a code that is being typed before the caret; null where none is. */
export function codeTyped(text: string, caret: number): NameTyped | null {
  const found = AFTER_CODE.exec(text.slice(0, caret));
  if (!found) return null;
  const [, mark = "", typed = ""] = found;
  // Without a quotation mark a space ends the name.
  if (mark === "" && /\s/u.test(typed)) return null;
  return { start: caret - typed.length - mark.length, typed };
}

/** The text with a code's name in the place of what was typed of it, and where the caret goes. */
export function withCode(text: string, caret: number, { start }: NameTyped, name: string) {
  const written = PLAIN.test(name) ? name : `"${name.replaceAll('"', '\\"')}"`;
  const rest = text.slice(caret).replace(/^[^\s"(),]*"?/u, "");
  return { text: text.slice(0, start) + written + rest, caret: start + written.length };
}

/** The text of a check with what was suggested in the place that is wrong. */
export function repaired({ text, problem }: CheckRow, suggestion: string): string {
  if (!problem) return text;
  const places = new TextPositions(text);
  return text.slice(0, places.toUnit(problem.start_char)) + suggestion + text.slice(places.toUnit(problem.end_char));
}
