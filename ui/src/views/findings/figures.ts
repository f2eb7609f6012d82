/** Figures of checks as they are told, and findings as they are listed. */
import type { CheckRow, FindingRow, FindingStatus, Standing } from "../../services/shapes";

export const STATUSES: readonly FindingStatus[] = ["draft", "agreed", "set aside"];

/** What people say of a finding; one of a newer crosscase counts as a draft. */
export const statusOf = ({ status }: FindingRow): FindingStatus => STATUSES.find((each) => each === status) ?? "draft";

export interface Figure {
  value: number | null;
  of: number | null;
  /** The other side of a comparison. */
  against?: Figure | null | undefined;
}

/** The first check of a finding whose figure is no longer the accepted one. */
export function changedCheck(finding: FindingRow): (CheckRow & { was: Figure }) | null {
  return finding.checks.find((check): check is CheckRow & { was: Figure } => isChanged(check)) ?? null;
}

/** Whether a figure was accepted and is another one today. */
export function isChanged({ standing, was, value, of }: CheckRow): boolean {
  if (standing === "changed") return was !== null;
  return was !== null && (was.value !== value || was.of !== of);
}

/** Findings under their domains in the order in which these first occur; those without come last. */
export function byDomain(findings: readonly FindingRow[]): { id: string; name: string | null; findings: FindingRow[] }[] {
  const groups = new Map<string, { id: string; name: string | null; findings: FindingRow[] }>();
  for (const finding of findings) {
    const id = finding.domain?.id ?? "";
    const group = groups.get(id) ?? { id, name: finding.domain?.name ?? null, findings: [] };
    group.findings.push(finding);
    groups.set(id, group);
  }
  const all = [...groups.values()];
  return [...all.filter(({ id }) => id !== ""), ...all.filter(({ id }) => id === "")];
}

/** Findings of one standing, or all; and of them those that hold these words. */
export function shownFindings(findings: readonly FindingRow[], standing: Standing | null, words: string): FindingRow[] {
  const wanted = words.trim().toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  return findings.filter((finding) => {
    if (standing && finding.standing !== standing) return false;
    const text = [finding.name, finding.statement, finding.domain?.name, finding.author?.name].join(" ").toLocaleLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

const LONGEST = 70;

/** A statement as it fits into a line. */
export const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 2)}…` : text);
