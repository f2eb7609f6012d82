import { useQuery } from "@tanstack/react-query";

import { address } from "../services/address";
import { answer, api } from "../services/api";
import type { components } from "../services/api-types";
import { useAct } from "./acting";
import type { ActOptions } from "./acting";
import { moment, useAsOf } from "./asking";

type Shapes = components["schemas"];
export type Dominance = Shapes["DominanceAnswer"];
export type DominanceDomain = Shapes["DominanceDomain"];
export type DominanceCondition = Shapes["DominanceConditionRow"];
export type DominanceJudgement = Shapes["DominanceJudgementRow"];
export type NewDominanceJudgement = Shapes["NewDominanceJudgement"];

export interface DominanceChoice {
  cause: string;
  unit: "overlap" | "turn";
  /** A question; only what answers it is counted. */
  where: string;
}

/** Which statements of a table: of a domain (null: of all), of a sign, or what speaks against. */
export interface StatementsChoice {
  of: string | null;
  which: "enabling" | "constraining" | "mixed" | "neutral" | "counter" | null;
}

/** A cause across domains; nothing is asked until one is chosen. */
export function useDominance(choice: DominanceChoice) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["synthesis", "dominance", choice, asOf],
    queryFn: () => answer(api.GET("/api/dominance", { params: { query: { ...choice, ...moment(asOf) } } })),
    placeholderData: (previous) => previous,
    enabled: choice.cause !== "",
  });
}

/** The passages behind a number. */
export function useDominancePassages(choice: DominanceChoice, statements: StatementsChoice) {
  const asOf = useAsOf();
  const { of, which } = statements;
  return useQuery({
    queryKey: ["synthesis", "dominance", "passages", choice, statements, asOf],
    queryFn: () =>
      answer(
        api.GET("/api/dominance/passages", {
          params: { query: { ...choice, ...(of ? { of } : {}), ...(which ? { which } : {}), ...moment(asOf) } },
        }),
      ),
    select: ({ passages }) => passages,
  });
}

/** Where the table is had as a Word document. */
export function useDominanceFile(choice: DominanceChoice): string {
  const as_of = useAsOf();
  return address("/api/documents/dominance.docx", { ...choice, as_of });
}

const JUDGED: ActOptions = { kinds: ["dominance"] };

export function useDominanceActs() {
  const act = useAct();
  return {
    judge: (body: NewDominanceJudgement, options: ActOptions = {}) =>
      act(() => api.POST("/api/dominance", { body }), { ...JUDGED, ...options }),
    remove: (judgement: string) =>
      act(() => api.DELETE("/api/dominance/{judgement}", { params: { path: { judgement } } }), JUDGED),
  };
}
