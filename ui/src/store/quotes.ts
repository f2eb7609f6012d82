/** The words chosen to be published, held against the transcripts. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";

import { answer, api } from "../services/api";
import type { components } from "../services/api-types";
import { useAct } from "./acting";
import type { ActOptions } from "./acting";
import { moment, useAsOf } from "./asking";

export function useQuotes() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["quotes", asOf],
    queryFn: () => answer(api.GET("/api/quotes", { params: { query: moment(asOf) } })),
    placeholderData: keepPreviousData,
    select: ({ quotes }) => quotes,
  });
}

/** Who is quoted more, or less, than what they said would lead one to expect. */
export function useQuoteBalance(isWanted: boolean) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["quotes", "balance", asOf],
    queryFn: () => answer(api.GET("/api/quotes/balance", { params: { query: moment(asOf) } })),
    placeholderData: keepPreviousData,
    enabled: isWanted,
  });
}

type NewQuote = components["schemas"]["NewQuote"];
type QuoteChange = components["schemas"]["QuoteChange"];

const QUOTE: ActOptions = { kinds: ["quote"] };

export function useQuoteActs() {
  const act = useAct();
  const at = (quote: string) => ({ params: { path: { quote } } });
  return {
    add: (body: NewQuote, options: ActOptions = {}) =>
      act(() => api.POST("/api/quotes", { body }), { ...QUOTE, ...options }),
    change: (id: string, body: QuoteChange, options: ActOptions = {}) =>
      act(() => api.PATCH("/api/quotes/{quote}", { ...at(id), body }), { ...QUOTE, ...options }),
    remove: (id: string) => act(() => api.DELETE("/api/quotes/{quote}", at(id)), QUOTE),
  };
}
