import { useInfiniteQuery, useQuery } from "@tanstack/react-query";

import { address } from "../services/address";
import { answer, api } from "../services/api";
import { useAct } from "./acting";
import { moment, useAsOf } from "./asking";

/** Passages that a query finds; nothing is asked for an empty one. */
export function useSearch(q: string, most = 100) {
  const asOf = useAsOf();
  return useInfiniteQuery({
    queryKey: ["search", q, most, asOf],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET("/api/search", {
          params: { query: { q, ...moment(asOf), ...(pageParam ? { cursor: pageParam } : {}), most } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
    enabled: q.trim() !== "",
    retry: false,
  });
}

/** Where all that a query finds is had as a Word document. */
export function useSearchFile(): (q: string) => string {
  const asOf = useAsOf();
  return (q) => address("/api/documents/passages.docx", { q, as_of: asOf });
}

/** Queries that were given a name. */
export function useQueries() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["queries", asOf],
    queryFn: () => answer(api.GET("/api/queries", { params: { query: moment(asOf) } })),
    select: ({ queries }) => queries,
  });
}

export function useSearchActs() {
  const act = useAct();
  return {
    /** Code everything that is found. */
    codeAll: (q: string, code: string) =>
      act(() => api.POST("/api/search/code", { body: { q, code } }), { kinds: ["coding"] }),
    keep: (body: { name: string; expression: string; description?: string }) =>
      act(() => api.POST("/api/queries", { body }), { kinds: ["query"] }),
    remove: (id: string) =>
      act(() => api.DELETE("/api/queries/{id}", { params: { path: { id } } }), { kinds: ["query"] }),
  };
}
