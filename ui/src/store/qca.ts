import { useQuery } from "@tanstack/react-query";

import { address } from "../services/address";
import { answer, api } from "../services/api";
import type { components } from "../services/api-types";
import { useAct } from "./acting";
import type { ActOptions } from "./acting";
import { moment, useAsOf } from "./asking";

type Shapes = components["schemas"];

export type Qca = Shapes["QcaAnswer"];
export type QcaRow = Shapes["QcaTruthRow"];
export type QcaSet = Shapes["QcaSetRow"];
export type QcaSolution = Shapes["QcaSolutionRow"];
export type QcaModel = Shapes["QcaModelRow"];
export type QcaBehind = Shapes["QcaBehindRow"];
export type StoredQca = Shapes["StoredQca"];

/** Other cuts than the definition's. */
export interface QcaCuts {
  inclusion?: number;
  pri?: number;
  frequency?: number;
  negated?: boolean;
}

const ANALYSIS: ActOptions = { kinds: ["analysis"] };

export const qcaAddress = (id: string) => `/compare/qca/${id}`;

/** All stored definitions. */
export function useQcaList() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["synthesis", "qca", "all", asOf],
    queryFn: () => answer(api.GET("/api/qca", { params: { query: moment(asOf) } })),
    placeholderData: (previous) => previous,
    select: ({ analyses }) => analyses,
  });
}

/** What comes out of one of them. */
export function useQca(analysis: string, cuts: QcaCuts) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["synthesis", "qca", analysis, cuts, asOf],
    queryFn: () =>
      answer(
        api.GET("/api/qca/{analysis}", {
          params: { path: { analysis }, query: { ...cuts, ...moment(asOf) } },
        }),
      ),
    placeholderData: (previous) => (previous?.id === analysis ? previous : undefined),
  });
}

/** One of them as the text that makes it, and as plain values. */
export function useQcaWritten(analysis: string | null) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["synthesis", "qca", analysis, "written", asOf],
    queryFn: () =>
      answer(
        api.GET("/api/qca/{analysis}/definition", {
          params: { path: { analysis: analysis ?? "" }, query: moment(asOf) },
        }),
      ),
    enabled: analysis !== null,
  });
}

/** The passages behind the conditions and the outcome of some cases. */
export function useQcaPassages(analysis: string, cases: readonly string[]) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["synthesis", "qca", analysis, "passages", cases, asOf],
    queryFn: () =>
      answer(
        api.GET("/api/qca/{analysis}/passages", {
          params: { path: { analysis }, query: { case: [...cases], most: 20, ...moment(asOf) } },
        }),
      ),
    enabled: cases.length > 0,
    select: ({ behind }) => behind,
  });
}

/** Where an analysis is had as a file. */
export function useQcaFile(analysis: string, cuts: QcaCuts) {
  const asOf = useAsOf();
  const asked = { ...cuts, negated: cuts.negated ? "true" : null, as_of: asOf };
  return {
    word: address(`/api/qca/${analysis}/document`, asked),
    table: (table: string) => address(`/api/qca/${analysis}/table`, { ...asked, table }),
    figure: (solution: string, model: number) =>
      address(`/api/qca/${analysis}/figure`, { ...asked, solution, model, kind: "svg" }),
  };
}

export function useQcaActs() {
  const act = useAct();
  return {
    define: (text: string, options: ActOptions = {}) =>
      act(() => api.POST("/api/qca", { body: { text } }), { ...ANALYSIS, ...options }),
    remove: (analysis: string) =>
      act(() => api.DELETE("/api/qca/{analysis}", { params: { path: { analysis } } }), ANALYSIS),
  };
}
