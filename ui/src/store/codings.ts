import { useQuery } from "@tanstack/react-query";

import { answer, api } from "../services/api";
import type { Place } from "../services/shapes";
import { useAct } from "./acting";
import type { ActOptions } from "./acting";
import { moment, useAsOf } from "./asking";

/** One coding with what was done to it. */
export function useCoding(id: string | null) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["codings", id, asOf],
    queryFn: () =>
      answer(api.GET("/api/codings/{id}", { params: { path: { id: id ?? "" }, query: moment(asOf) } })),
    enabled: id !== null,
  });
}

export interface NewCoding extends Place {
  code?: string;
  new_code?: { name: string; parent?: string | null; origin?: string };
  region?: number[];
  coder?: string;
  valence?: string | null;
  basis?: string | null;
}

export interface CodingChanges {
  code?: string;
  start_char?: number;
  end_char?: number;
  valence?: string | null;
  basis?: string | null;
}

/** `sources` says whose codings change, so that no other source is asked anew. */
export function useCodingActs() {
  const act = useAct();
  const touching = (sources: readonly string[] | null, options: ActOptions): ActOptions => ({
    kinds: ["coding"],
    sources,
    ...options,
  });
  return {
    add: (body: NewCoding, options: ActOptions = {}) =>
      act(() => api.POST("/api/codings", { body }), {
        kinds: body.new_code ? ["coding", "code"] : ["coding"],
        sources: [body.source],
        ...options,
      }),
    remove: (codings: string[], sources: readonly string[] | null, options: ActOptions = {}) =>
      act(() => api.POST("/api/codings/remove", { body: { codings } }), touching(sources, options)),
    restore: (codings: string[], sources: readonly string[] | null, options: ActOptions = {}) =>
      act(() => api.POST("/api/codings/restore", { body: { codings } }), touching(sources, options)),
    recode: (
      codings: string[],
      code: string,
      sources: readonly string[] | null,
      options: ActOptions = {},
    ) =>
      act(
        () => api.POST("/api/codings/recode", { body: { codings, code } }),
        touching(sources, options),
      ),
    change: (id: string, body: CodingChanges, source: string, options: ActOptions = {}) =>
      act(
        () => api.PATCH("/api/codings/{id}", { params: { path: { id } }, body }),
        touching([source], options),
      ),
  };
}
