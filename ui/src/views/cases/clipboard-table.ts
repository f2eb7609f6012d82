/** Tables as a spreadsheet puts them on the clipboard, and as comma-separated files have them. */

/** The rows of pasted text: tabs as a spreadsheet has them, else commas or semicolons. */
export function parseTable(text: string): string[][] {
  const first = text.split(/\r?\n/, 1)[0] ?? "";
  if (first.includes("\t")) return parseRows(text, "\t");
  const semicolons = first.split(";").length;
  const commas = first.split(",").length;
  return parseRows(text, semicolons > commas ? ";" : ",");
}

/** The rows of cells copied from a spreadsheet: tabs only, since a cell may hold commas. */
export function parseCells(text: string): string[][] {
  return parseRows(text, "\t");
}

function parseRows(text: string, divider: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  const endRow = () => {
    row.push(cell);
    rows.push(row);
    row = [];
    cell = "";
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell === "" && closes(text, at, divider)) isQuoted = true;
    else if (sign === divider) {
      row.push(cell);
      cell = "";
    } else if (sign === "\n" || sign === "\r") {
      if (sign === "\r" && text[at + 1] === "\n") at += 1;
      endRow();
    } else cell += sign;
  }
  if (cell !== "" || row.length > 0) endRow();
  return rows;
}

/** Whether a quotation mark at the start of a cell is one around it: it ends at a cell's end. */
function closes(text: string, start: number, divider: string): boolean {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') at += 1;
    else return [divider, "\n", "\r", undefined].includes(text[at + 1]);
  }
  return false;
}

/** Cells as text that a spreadsheet takes. */
export function writeCells(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => (/["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(quoted).join("\t")).join("\n");
}
