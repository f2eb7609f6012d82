/** Where the desk shows what a checklist tells of the study, so that it can be looked at or mended. */

const PLACES = {
  fieldwork: "/fieldwork",
  records: "/fieldwork?tab=records",
  guides: "/fieldwork?tab=guides",
  recruitment: "/fieldwork?tab=recruitment",
  frames: "/frames",
  cases: "/cases",
  sources: "/sources",
  codebook: "/codebook",
  memos: "/memos",
  saturation: "/compare/saturation",
  grids: "/compare/grids",
  compare: "/compare",
  findings: "/findings",
  quotes: "/findings?part=quotes",
  home: "/",
} as const;

export type PlaceName = keyof typeof PLACES;

/** By what an item is told by; what nobody keeps at the desk, such as software, has no place. */
const TOLD_IN: Partial<Record<string, PlaceName>> = {
  agreement: "grids",
  analysis: "compare",
  approach: "fieldwork",
  codebook: "codebook",
  coders: "home",
  collection: "sources",
  context: "cases",
  counter_evidence: "findings",
  derivation: "codebook",
  duration: "records",
  ethics: "records",
  field_notes: "memos",
  findings: "findings",
  frameworks: "codebook",
  grids: "grids",
  guide: "guides",
  interviewers: "records",
  presence: "records",
  processing: "sources",
  quotes: "quotes",
  recording: "sources",
  reflexivity: "memos",
  refusals: "fieldwork",
  relationships: "fieldwork",
  repeats: "records",
  sample: "recruitment",
  sample_size: "sources",
  sampling: "frames",
  saturation: "saturation",
  setting: "records",
  themes: "findings",
  title: "home",
  trustworthiness: "findings",
};

/** The view that an item's sentences come from, with its address; null where there is none. */
export function whence(toldBy: string | null): { place: PlaceName; to: string } | null {
  const place = toldBy === null ? undefined : TOLD_IN[toldBy];
  return place ? { place, to: PLACES[place] } : null;
}
