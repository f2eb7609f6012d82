/** What is asked of a choice of cases, as typed and as the desk takes it. */
import type { components } from "../../services/api-types";
import type { FrameWhole } from "../../services/shapes";

type Asked = components["schemas"]["ChoiceAsked"];

export const METHODS = ["maximum-variation", "random", "stratified", "quota", "criterion", "manual"] as const;
export const SHARES = ["proportional", "equal", "counts"] as const;

export interface Choice {
  method: (typeof METHODS)[number];
  size: string;
  characteristics: string[];
  /** A rule such as “deprivation group is high”; empty for none. */
  eligible: string;
  /** Further rules, one a line. */
  rules: string;
  /** What the chosen cases must not all share; empty for none. */
  notAllOne: string;
  /** Further constraints on the set, one a line. */
  constraints: string;
  /** Of what the strata or quotas are groups. */
  strata: string;
  share: (typeof SHARES)[number];
  /** How many of each group, as typed. */
  counts: Record<string, string>;
  seed: string;
  cases: string[];
  /** Which of the equally good sets, from 1. */
  pick: number;
  reason: string;
  name: string;
}

/** What a choice can go by: groups before the numbers that they are made from. */
export function knownNames(frame: FrameWhole): string[] {
  return [...frame.groupings.map(({ name }) => name), ...frame.characteristics.map(({ name }) => name)];
}

const MOST_GROUPS = 40;

/** What divides the cases into a few groups. */
export function strataNames(frame: FrameWhole): string[] {
  return knownNames(frame).filter((name) => {
    const groups = groupsOf(frame, name).length;
    return groups > 1 && groups <= MOST_GROUPS;
  });
}

/** The groups of a grouping, or the values of a characteristic that is no number. */
export function groupsOf(frame: FrameWhole, name: string): string[] {
  const grouping = frame.groupings.find((each) => each.name === name);
  if (grouping) return grouping.groups.map(({ label }) => label);
  const column = frame.characteristics.find((each) => each.name === name);
  if (!column || column.is_number) return [];
  return [...new Set(column.values.filter((value) => value !== null).map(String))].sort();
}

const isWhole = (text: string) => /^-?\d+$/.test(text.trim());
const lines = (text: string) => text.split("\n").map((line) => line.trim()).filter(Boolean);
const rulesOf = ({ eligible, rules }: Choice) => [...(eligible ? [eligible] : []), ...lines(rules)];
const countsOf = ({ counts }: Choice) =>
  Object.fromEntries(
    Object.entries(counts).filter(([, count]) => isWhole(count)).map(([group, count]) => [group, Number(count)]),
  );

/** Whether there is enough to try it. */
export function isComplete(choice: Choice): boolean {
  const { method, size, seed, characteristics, cases, reason, pick, strata, share, counts } = choice;
  const hasReason = reason.trim() !== "";
  const hasSize = isWhole(size) && Number(size) >= 1;
  const typed = Object.values(counts).filter((count) => count.trim() !== "");
  const hasCounts = typed.every((count) => isWhole(count) && Number(count) >= 0) && typed.some((count) => Number(count) > 0);
  switch (method) {
    case "manual":
      return cases.length > 0 && hasReason;
    case "criterion":
      return rulesOf(choice).length > 0;
    case "random":
      return hasSize && isWhole(seed);
    case "stratified":
      return strata !== "" && isWhole(seed) && (share === "counts" ? hasCounts : hasSize);
    case "quota":
      return strata !== "" && isWhole(seed) && hasCounts;
    case "maximum-variation":
      return hasSize && characteristics.length > 0 && (pick === 1 || hasReason);
  }
}

export function choiceAsked(frame: string, choice: Choice): Asked {
  const { method, size, characteristics, notAllOne, constraints, strata, share, seed, cases, pick, reason } = choice;
  const asked = { frame, method, pick, reason: reason.trim() || null, share: "proportional" as const };
  if (method === "manual") return { ...asked, cases };
  const from = { ...asked, eligible: rulesOf(choice) };
  const drawn = { ...from, seed: Number(seed) };
  switch (method) {
    case "criterion":
      return from;
    case "random":
      return { ...drawn, size: Number(size) };
    case "stratified":
      return share === "counts"
        ? { ...drawn, strata, counts: countsOf(choice) }
        : { ...drawn, strata, share, size: Number(size) };
    case "quota":
      return { ...drawn, strata, counts: countsOf(choice) };
    case "maximum-variation":
      return {
        ...from,
        size: Number(size),
        characteristics,
        constraints: [...(notAllOne ? [`not all one ${notAllOne}`] : []), ...lines(constraints)],
      };
  }
}
