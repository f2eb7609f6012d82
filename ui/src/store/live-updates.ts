/** Which answers an event makes old. An answer's key is its noun, then what it is about. */
import type { Query } from "@tanstack/react-query";

import { cache } from "./asking";

export interface Touched {
  /** Kinds of things, as the log names them; left out: anything. */
  kinds?: readonly string[];
  /** Sources whose text or codings changed; null or left out: any. */
  sources?: readonly string[] | null;
}

/** Operations done from this page: their events bring nothing new. */
export const ownOperations = new Set<string>();

const WITH_ANY = ["study", "history", "conflicts", "reports"]; // reports tell of everything
const COUNTED = ["codes", "search", "matrix", "names", "cases", "sources", "fieldwork", "synthesis"];

const NOUNS: Record<string, readonly string[]> = {
  study: [],
  setting: ["matrix", "disclosure", "synthesis", "findings", "quotes"],
  coder: ["coders", "names", "codes", "sources", "matrix", "synthesis", "findings"],
  source: [...COUNTED, "speakers", "memos", "disclosure", "findings", "quotes"],
  revision: ["sources", "codes", "search", "memos", "codings", "disclosure", "synthesis", "findings", "quotes"],
  speaker: ["speakers", "sources", "cases", "matrix", "codes", "search", "fieldwork", "disclosure", "synthesis", "findings", "quotes"],
  framework: ["frameworks", "codes", "names", "matrix", "findings"],
  code: ["codes", "names", "matrix", "search", "memos", "codings", "disclosure", "synthesis", "findings", "quotes"],
  coding: ["sources", "codes", "codings", "search", "matrix", "coders", "cases", "fieldwork", "disclosure", "synthesis", "findings", "quotes"],
  case: [...COUNTED, "speakers", "disclosure", "findings", "quotes"],
  membership: ["cases", "matrix", "sources", "search", "codes", "fieldwork", "disclosure", "synthesis", "findings", "quotes"],
  attribute: ["cases", "matrix", "search", "sources", "fieldwork", "disclosure", "synthesis", "findings", "quotes"],
  attribute_value: ["cases", "matrix", "search", "sources", "fieldwork", "disclosure", "synthesis", "findings", "quotes"],
  memo: ["memos", "names", "findings"],
  link: ["links", "synthesis", "findings"],
  evidence: ["links", "synthesis", "findings"],
  set: ["sets", "names", "matrix", "synthesis", "findings"],
  set_member: ["sets", "matrix", "synthesis", "findings"],
  query: ["queries", "names", "findings"],
  frame: ["frames", "selections", "synthesis"],
  selection: ["selections", "frames"],
  guide: ["fieldwork", "matrix", "synthesis", "findings"],
  topic_turn: ["fieldwork", "matrix", "synthesis", "findings"],
  recruitment: ["fieldwork"],
  referral: ["fieldwork"],
  contact: ["fieldwork"],
  consent: ["fieldwork", "disclosure", "quotes"],
  approval: ["fieldwork"],
  activity: ["fieldwork", "matrix", "search", "synthesis", "findings"],
  release: ["disclosure"],
  cell: ["synthesis"],
  grid: ["synthesis", "names", "findings"],
  judgement: ["synthesis", "findings"],
  dominance: ["synthesis", "findings"],
  wave: ["synthesis", "matrix", "search", "findings"],
  analysis: ["synthesis", "names", "findings"],
  finding: ["findings", "names", "quotes"],
  check: ["findings"],
  quote: ["findings", "quotes"],
  claim: ["findings"],
  // A withdrawal hides all that somebody said: it is not here, so that everything is asked anew.
};

/** Have what these changes touched asked anew where it is shown. */
export function invalidate({ kinds, sources }: Touched = {}): void {
  void cache.invalidateQueries({ predicate: (query) => isTouched(query, kinds, sources) });
}

export function isTouched(
  query: Pick<Query, "queryKey">,
  kinds: readonly string[] | undefined,
  sources: readonly string[] | null | undefined,
): boolean {
  const [noun, about, part] = query.queryKey as (string | undefined)[];
  if (noun === undefined) return false;
  if (!kinds || WITH_ANY.includes(noun)) return true;
  if (!kinds.some((kind) => NOUNS[kind]?.includes(noun) ?? true)) return false;
  if (noun !== "sources" || part === undefined) return true;
  // One source's text and codings are large: asked anew only where they changed.
  if (part === "text") return kinds.some((kind) => TEXT.has(kind)) && isAmong(about, sources);
  if (part === "codings") return isAmong(about, sources);
  return true;
}

const TEXT = new Set(["revision", "speaker", "source"]);

function isAmong(source: string | undefined, sources: readonly string[] | null | undefined): boolean {
  return !sources || (source !== undefined && sources.includes(source));
}
