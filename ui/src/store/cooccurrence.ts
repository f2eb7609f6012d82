import { useInfiniteQuery, useQuery } from "@tanstack/react-query";

import { address } from "../services/address";
import { answer, api } from "../services/api";
import type { components } from "../services/api-types";
import { moment, useAsOf } from "./asking";

export type CodePairs = components["schemas"]["PairsAnswer"];
export type CodePair = components["schemas"]["CodePairRow"];

export interface PairsChoice {
  unit: string;
  codes: string;
  by: string;
  where: string;
}

const asked = ({ unit, codes, by, where }: PairsChoice) => ({ unit, codes: [codes], by, where });

/** The codes that meet, those that most participants say first. */
export function useCodePairs(choice: PairsChoice) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["synthesis", "cooccurrence", choice, asOf],
    queryFn: () =>
      answer(api.GET("/api/cooccurrence", { params: { query: { ...asked(choice), ...moment(asOf) } } })),
    placeholderData: (previous) => previous,
  });
}

/** The passages where two codes meet. */
export function usePairPassages(choice: PairsChoice, pair: { first: string; second: string }) {
  const asOf = useAsOf();
  return useInfiniteQuery({
    queryKey: ["synthesis", "cooccurrence", "passages", choice, pair, asOf],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET("/api/cooccurrence/passages", {
          params: {
            query: { ...asked(choice), ...pair, ...moment(asOf), ...(pageParam ? { cursor: pageParam } : {}) },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
  });
}

/** Where the pairs are had as a file. */
export function usePairsFile(choice: PairsChoice): (kind: "svg" | "png" | "html" | "xlsx" | "csv") => string {
  const asOf = useAsOf();
  return (kind) =>
    kind === "xlsx" || kind === "csv"
      ? address(`/api/cooccurrence/table.${kind}`, { ...choice, as_of: asOf })
      : address("/api/cooccurrence/figure", { ...choice, kind, as_of: asOf });
}
