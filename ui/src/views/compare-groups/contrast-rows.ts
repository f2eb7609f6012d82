/** The rows of one contrast, and where its dots stand on a line. */
import type { ComparedCode, GroupComparison } from "../../store/contrasts";

export type CodeContrast = ComparedCode["contrasts"][number];

export interface ContrastRow {
  code: ComparedCode;
  found: CodeContrast;
}

/** The codes that differ most in a contrast first; undefined ones last, in the codebook's order. */
export function rowsOf({ codes }: Pick<GroupComparison, "codes">, contrast: number): ContrastRow[] {
  return codes
    .flatMap((code) => {
      const found = code.contrasts[contrast];
      return found ? [{ code, found }] : [];
    })
    .sort((one, other) => Math.abs(other.found.z ?? 0) - Math.abs(one.found.z ?? 0));
}

export interface Dot {
  label: string;
  /** 0 to 1 along the line, whose middle is no difference. */
  at: number;
  participants: number;
  isToldApart: boolean;
}

/** The dots of the rows that have log-odds, those said more by the group first. */
export function dotsOf(rows: readonly ContrastRow[], most: number): { dots: Dot[]; greatest: number } {
  const shown = rows.filter(({ found }) => found.log_odds !== null).slice(0, most);
  const greatest = shown.reduce((far, { found }) => Math.max(far, Math.abs(found.log_odds ?? 0)), 0.5);
  const dots = shown
    .map(({ code, found }) => ({
      label: code.label,
      at: 0.5 + (found.log_odds ?? 0) / greatest / 2,
      participants: found.said + found.said_against,
      isToldApart: found.family !== null && found.family < 0.05,
    }))
    .sort((one, other) => other.at - one.at);
  return { dots, greatest };
}
