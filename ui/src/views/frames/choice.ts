/** What is asked of a choice of cases, as typed and as the desk takes it. */
import type { components } from "../../services/api-types";
import type { FrameWhole } from "../../services/shapes";

export interface Choice {
  method: "maximum-variation" | "random" | "manual";
  size: string;
  characteristics: string[];
  /** A rule such as “deprivation group is high”; empty for none. */
  eligible: string;
  /** What the chosen cases must not all share; empty for none. */
  notAllOne: string;
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

const isWhole = (text: string) => /^-?\d+$/.test(text.trim());

/** Whether there is enough to try it. */
export function isComplete({ method, size, seed, characteristics, cases, reason, pick }: Choice): boolean {
  const hasReason = reason.trim() !== "";
  if (method === "manual") return cases.length > 0 && hasReason;
  if (!isWhole(size) || Number(size) < 1) return false;
  if (method === "random") return isWhole(seed);
  return characteristics.length > 0 && (pick === 1 || hasReason);
}

export function choiceAsked(frame: string, choice: Choice): components["schemas"]["ChoiceAsked"] {
  const { method, size, characteristics, eligible, notAllOne, seed, cases, pick, reason } = choice;
  const asked = { frame, method, pick, reason: reason.trim() || null, share: "proportional" as const };
  if (method === "manual") return { ...asked, cases };
  const drawn = { ...asked, size: Number(size), eligible: eligible ? [eligible] : [] };
  if (method === "random") return { ...drawn, seed: Number(seed) };
  return { ...drawn, characteristics, constraints: notAllOne ? [`not all one ${notAllOne}`] : [] };
}
