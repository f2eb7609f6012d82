/** The words that records of fieldwork choose from, as the study keeps them. */
export const CHANNELS = ["e-mail", "telephone", "letter", "in person", "video"] as const;
export const OUTCOMES = [
  "invited", "reminded", "no answer", "agreed", "scheduled", "declined", "bounced", "unavailable",
] as const;
export const FOUND_BY = ["search", "snowball", "gatekeeper", "volunteer"] as const;
export const SCOPES = ["interview", "recording", "quoting", "naming role", "naming site", "archiving"] as const;
export const MODES = ["video", "telephone", "in person"] as const;
export const STANDINGS = ["asked", "promised", "arrived", "refused", "does not exist"] as const;

export type ChoiceWord =
  | (typeof CHANNELS)[number]
  | (typeof OUTCOMES)[number]
  | (typeof FOUND_BY)[number]
  | (typeof SCOPES)[number]
  | (typeof MODES)[number]
  | (typeof STANDINGS)[number];

/** A word of theirs as a key of the catalogue: “in person” is `in_person`. */
export type KeyOf<Word extends string> = Word extends `${infer First} ${infer Rest}`
  ? `${First}_${KeyOf<Rest>}`
  : Word extends `${infer First}-${infer Rest}`
    ? `${First}_${KeyOf<Rest>}`
    : Word;

export const keyOf = <Word extends string>(word: Word) => word.replace(/[ -]/g, "_") as KeyOf<Word>;
