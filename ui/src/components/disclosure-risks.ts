/** What a check of quotes found, as it is told: by problem, and by what helps. */
import type { DisclosureRemedy, DisclosureRisk, ExportCheck } from "../services/shapes";

const RISKS = {
  "too few share it": "tooFew",
  "too few hold the post": "holders",
  "joined profile": "joined",
  "one stance": "stance",
  "too few beside the table": "table",
  "no consent": "label",
  "no quoting": "quoting",
  "not quotable": "closed",
  "consent not recorded": "unknown",
  "over-quoted": "often",
  "small cells": "cells",
  "tables differ": "differ",
  "profile too narrow": "profile",
} as const;

/** What is told in a sentence, rather than as a label that quotes share. */
const TOLD = ["quoting", "unknown", "closed", "often", "stance", "label", "cells", "differ", "profile"] as const;
export type ToldWord = (typeof TOLD)[number];

const REMEDIES = {
  "coarser role": "coarser",
  "drop site": "site",
  "drop both": "both",
  "generic label": "generic",
  paraphrase: "paraphrase",
  "ask consent": "consent",
  "leave out": "leave",
  "hide cells": "cells",
  "merge rows": "rows",
} as const;

export type RiskWord = (typeof RISKS)[keyof typeof RISKS] | "other";
export type RemedyWord = (typeof REMEDIES)[keyof typeof REMEDIES];

export interface Note {
  kind: "atRisk" | "barred";
  count: number;
  quotes: number;
}

/** What is said beside a button; null where nothing speaks against the quotes.
 *
 * While nobody has a role or a site, the few people of a young study are no risk worth telling of,
 * unless the policy would refuse the file. */
export function noteOf(check: ExportCheck | undefined): Note | null {
  if (!check) return null;
  const { quotes, at_risk, barred, is_labelled, is_refused } = check;
  if (at_risk > 0 && (is_labelled || is_refused)) return { kind: "atRisk", count: at_risk, quotes };
  return barred > 0 ? { kind: "barred", count: barred, quotes } : null;
}

export interface RiskLine {
  /** A label, empty for none at all; where no words of ours tell it, the desk's own sentence. */
  text: string;
  quotes: number;
  /** How many share the label; null for a sentence. */
  k: number | null;
  /** What the sentence of this line says, in place of a label. */
  told: { word: ToldWord; about: string; site: string; share: number } | null;
}

export interface RemedyLine {
  word: RemedyWord;
  label: string;
  k: number | null;
}

/** Labels that the same helps. */
export interface RiskGroup {
  lines: RiskLine[];
  remedies: RemedyLine[];
}

export interface RiskSection {
  word: RiskWord;
  groups: RiskGroup[];
}

/** The risks of quotes: those that tell who spoke first, then what may not be printed. */
export function riskSections(risks: readonly DisclosureRisk[]): RiskSection[] {
  const sections = new Map<RiskWord, Map<string, RiskGroup>>();
  for (const risk of risks) {
    if (risk.quotes.length === 0 && risk.cells.length === 0) continue;
    const word = isKnown(RISKS, risk.kind) ? RISKS[risk.kind] : "other";
    const remedies = risk.remedies.flatMap(remedyLine);
    const groups = sections.get(word) ?? new Map<string, RiskGroup>();
    const helps = JSON.stringify(remedies);
    const group = groups.get(helps) ?? { lines: [], remedies };
    group.lines.push(riskLine(risk, word));
    sections.set(word, groups.set(helps, group));
  }
  const order: readonly RiskWord[] = Object.values(RISKS);
  const place = (word: RiskWord) => (word === "other" ? order.length : order.indexOf(word));
  return [...sections]
    .map(([word, groups]) => ({ word, groups: [...groups.values()] }))
    .sort((one, other) => place(one.word) - place(other.word));
}

function riskLine(risk: DisclosureRisk, word: RiskWord): RiskLine {
  const { kind, says, quotes, attribution, k, about, site, share } = risk;
  const count = quotes.length;
  if (Object.keys(attribution).length > 0 || kind === "too few share it")
    return { text: labelOf(attribution), quotes: count, k, told: null };
  const told = TOLD.find((each) => each === word);
  return {
    text: told ? "" : says,
    quotes: count,
    k: null,
    told: told ? { word: told, about, site: site ?? "", share: share ?? 0 } : null,
  };
}

function remedyLine({ kind, attribution, k }: DisclosureRemedy): RemedyLine[] {
  return isKnown(REMEDIES, kind) ? [{ word: REMEDIES[kind], label: labelOf(attribution ?? {}), k }] : [];
}

function labelOf(attribution: Record<string, string>): string {
  return Object.values(attribution).join(", ");
}

function isKnown<T extends object>(words: T, kind: string): kind is keyof T & string {
  return Object.hasOwn(words, kind);
}
