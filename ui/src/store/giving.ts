/** Giving a passage to a finding: as evidence for it, against it, or to be quoted. */
import { useFindingActs } from "./findings";
import { usePassageInHand } from "./passage-in-hand";
import type { PassageInHand, Use } from "./passage-in-hand";
import { useQuoteActs } from "./quotes";

export function useGiving() {
  const { add, give } = useFindingActs();
  const quotes = useQuoteActs();
  const giveOne = async ({ source, start_char, end_char }: PassageInHand, finding: string | null, use: Use) => {
    const place = { source, start_char, end_char };
    if (finding) usePassageInHand.getState().used(finding);
    if (use === "quote") return quotes.add({ ...place, finding, against: false });
    return finding ? give(finding, place, use === "against") : null;
  };
  return {
    /** Without a finding it can only be quoted. */
    give: giveOne,
    giveNew: async (passage: PassageInHand, statement: string, use: Use) => {
      const saved = await add({ statement });
      const made = saved?.ids[0];
      return made ? giveOne(passage, made, use) : null;
    },
  };
}
