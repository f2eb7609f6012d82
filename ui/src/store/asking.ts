/** The cache of what the desk answered. Answers stay until an event says that they changed. */
import { QueryClient } from "@tanstack/react-query";
import { useSearchParams } from "wouter";

import { Failure } from "../services/failure";

export const cache = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      gcTime: 10 * 60_000,
      networkMode: "always", // a desk on this computer needs no network
      refetchOnWindowFocus: false,
      retry: (count, error) => error instanceof Failure && error.status === 0 && count < 30,
      retryDelay: (count) => Math.min(500 * 2 ** count, 10_000),
    },
    mutations: { networkMode: "always", retry: false },
  },
});

/** The day or state that is looked at, from the address; null for now. */
export function useAsOf(): string | null {
  const [parameters] = useSearchParams();
  return parameters.get("as_of");
}

/** What a question says of the moment it asks about. */
export function moment(asOf: string | null): { as_of?: string } {
  return asOf ? { as_of: asOf } : {};
}
