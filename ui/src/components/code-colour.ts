/** The colours of codes: nine that colour-blind eyes tell apart, by name in tokens.css. */

const COLOURS = 9;

/** What a code is painted with. One without a colour of its own keeps the same one of the nine. */
export function codeColour(code: { id: string; colour?: string | null }): string {
  if (code.colour) return code.colour;
  let sum = 0;
  for (const letter of code.id) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return `var(--c${(sum % COLOURS) + 1})`;
}
