/** A definition as a form holds it: all texts, until it is sent as plain values. */

export const HOWS = ["yes", "cut", "anchors", "cuts", "values", "levels", "membership"] as const;
export type How = (typeof HOWS)[number];
export const COUNTS = ["passages", "participants", "share of participants", "share of passages"] as const;
export const VALENCES = ["enabling", "constraining", "mixed"] as const;

export interface SetDraft {
  name: string;
  /** `attribute:NAME` or `code:PATH`. */
  thing: string;
  count: string;
  valence: string;
  how: How;
  /** What the calibration says: “1”, “1; 4.5; 10”, “ICB = 1; Community = 0”. */
  numbers: string;
  expect: string;
}

export interface Draft {
  name: string;
  description: string;
  cases: string;
  coder: string;
  negated: boolean;
  outcome: SetDraft;
  conditions: SetDraft[];
  inclusion: string;
  pri: string;
  frequency: string;
}

type Plain = Record<string, unknown>;

export const newSet = (): SetDraft => ({
  name: "", thing: "", count: "passages", valence: "", how: "cut", numbers: "1", expect: "",
}); // prettier-ignore

export const newDraft = (): Draft => ({
  name: "", description: "", cases: "participants", coder: "", negated: false,
  outcome: newSet(), conditions: [newSet(), newSet()],
  inclusion: "0.8", pri: "0.5", frequency: "1",
}); // prettier-ignore

/** The parts of a list: divided by semicolons, lines, or commas before a space. */
const partsOf = (text: string) => text.split(/[;\n]|,\s/).map((part) => part.trim()).filter(Boolean);

/** A number where the text is one, with a point or a comma; else the text, for the desk to refuse. */
const numberOf = (text: string): number | string => {
  const number = Number(text.trim().replace(",", "."));
  return text.trim() !== "" && Number.isFinite(number) ? number : text.trim();
};

export function plainOf(draft: Draft): Plain {
  return {
    name: draft.name,
    ...(draft.description.trim() ? { description: draft.description } : {}),
    cases: draft.cases,
    ...(draft.coder ? { coder: draft.coder } : {}),
    outcome: plainSet(draft.outcome),
    ...(draft.negated ? { negated: true } : {}),
    conditions: draft.conditions.map(plainSet),
    cuts: {
      inclusion: numberOf(draft.inclusion),
      pri: numberOf(draft.pri),
      frequency: numberOf(draft.frequency),
    },
  };
}

function plainSet(draft: SetDraft): Plain {
  const at = draft.thing.indexOf(":");
  const kind = draft.thing.slice(0, Math.max(0, at));
  return {
    name: draft.name,
    ...(kind ? { [kind]: draft.thing.slice(at + 1) } : {}),
    ...(kind === "code" ? { count: draft.count } : {}),
    ...(kind === "code" && draft.valence ? { valence: draft.valence } : {}),
    ...calibration(draft),
    ...(draft.expect.trim() ? { expect: isMulti(draft.how) ? partsOf(draft.expect).map(numberOf) : draft.expect } : {}),
  };
}

function calibration({ how, numbers }: SetDraft): Plain {
  switch (how) {
    case "yes":
      return {};
    case "membership":
      return { calibrate: { membership: true } };
    case "cut":
      return { calibrate: { cut: numberOf(numbers) } };
    case "values":
    case "levels":
      return { calibrate: { [how]: Object.fromEntries(partsOf(numbers).map(pairOf)) } };
    default:
      return { calibrate: { [how]: partsOf(numbers).map(numberOf) } };
  }
}

function pairOf(part: string): [string, number | string] {
  const at = part.lastIndexOf("=");
  return at < 0 ? [part, ""] : [part.slice(0, at).trim(), numberOf(part.slice(at + 1))];
}

export const isMulti = (how: How) => how === "cuts" || how === "levels";

/** A stored definition in the form; null where the form cannot show all of it. */
export function draftOf(plain: Plain): Draft | null {
  const outcome = setOf(plain["outcome"] as Plain);
  const conditions = (plain["conditions"] as Plain[]).map(setOf);
  if (outcome === null || conditions.includes(null)) return null;
  const cuts = (plain["cuts"] ?? {}) as Plain;
  return {
    name: textOf(plain["name"]),
    description: textOf(plain["description"]),
    cases: textOf(plain["cases"]),
    coder: textOf(plain["coder"]),
    negated: plain["negated"] === true,
    outcome,
    conditions: conditions as SetDraft[],
    inclusion: textOf(cuts["inclusion"]),
    pri: textOf(cuts["pri"]),
    frequency: textOf(cuts["frequency"]),
  };
}

function setOf(plain: Plain): SetDraft | null {
  const kind = ["attribute", "code"].find((each) => plain[each] !== undefined);
  const told = (plain["calibrate"] ?? null) as Plain | null;
  const how = told === null ? "yes" : HOWS.find((each) => told[each] !== undefined);
  if (kind === undefined || how === undefined || told?.["idm"] !== undefined) return null;
  const expect = plain["expect"];
  return {
    name: textOf(plain["name"]),
    thing: `${kind}:${textOf(plain[kind])}`,
    count: textOf(plain["count"]) || "passages",
    valence: textOf(plain["valence"]),
    how,
    numbers: told === null ? "" : numbersOf(told[how]),
    expect: Array.isArray(expect) ? expect.map(textOf).join("; ") : textOf(expect),
  };
}

function numbersOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join("; ");
  if (typeof value === "object" && value !== null)
    return Object.entries(value)
      .map(([name, number]) => `${name} = ${textOf(number)}`)
      .join("; ");
  return value === true ? "" : textOf(value);
}

const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";
