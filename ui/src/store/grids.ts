import { useQuery } from "@tanstack/react-query";

import { address } from "../services/address";
import { answer, api } from "../services/api";
import type { NewJudgement } from "../services/shapes/synthesis-chart";
import { useAct } from "./acting";
import type { ActOptions } from "./acting";
import { moment, useAsOf } from "./asking";

/** The grids of the study, and those that can be added. */
export function useGrids() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["synthesis", "grids", asOf],
    queryFn: () => answer(api.GET("/api/grids", { params: { query: moment(asOf) } })),
    placeholderData: (previous) => previous,
  });
}

/** A grid with its judgements, of one case or of all. */
export function useGridWhole(grid: string | null, only: string | null, wave: string | null) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["synthesis", "grids", grid, only, wave, asOf],
    queryFn: () =>
      answer(
        api.GET("/api/grids/{grid}", {
          params: {
            path: { grid: grid ?? "" },
            query: { ...(only ? { case: only } : {}), ...(wave ? { wave } : {}), ...moment(asOf) },
          },
        }),
      ),
    placeholderData: (previous) => previous,
    enabled: grid !== null,
  });
}

/** How two raters agree; nothing is asked while fewer have judged. */
export function useGridAgreement(
  grid: string | null,
  { only, wave }: { only: string | null; wave: string | null },
  pair: readonly [string, string] | null,
) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["synthesis", "grids", "agreement", grid, only, wave, pair, asOf],
    queryFn: () =>
      answer(
        api.GET("/api/grids/{grid}/agreement", {
          params: {
            path: { grid: grid ?? "" },
            query: {
              ...(pair ? { one: pair[0], other: pair[1] } : {}),
              ...(only ? { case: only } : {}),
              ...(wave ? { wave } : {}),
              ...moment(asOf),
            },
          },
        }),
      ),
    enabled: grid !== null && pair !== null,
  });
}

/** Where a grid is had as a file. */
export function useGridFile(
  grid: string,
  { only, wave }: { only: string | null; wave: string | null },
): (ending: "docx" | "xlsx" | "html") => string {
  const asOf = useAsOf();
  return (ending) => address(`/api/documents/grid.${ending}`, { grid, case: only, wave, as_of: asOf });
}

const JUDGED: ActOptions = { kinds: ["judgement", "evidence"] };
type Place = { source: string; start_char: number; end_char: number };

export function useGridActs() {
  const act = useAct();
  const of = (judgement: string) => ({ params: { path: { judgement } } });
  return {
    add: (name: string) => act(() => api.POST("/api/grids", { body: { name } }), { kinds: ["grid"] }),
    remove: (grid: string) =>
      act(() => api.DELETE("/api/grids/{grid}", { params: { path: { grid } } }), { kinds: ["grid"] }),
    judge: (grid: string, body: NewJudgement) =>
      act(() => api.PUT("/api/grids/{grid}/judgements", { params: { path: { grid } }, body }), JUDGED),
    takeBack: (judgement: string) =>
      act(() => api.DELETE("/api/judgements/{judgement}", of(judgement)), JUDGED),
    give: (judgement: string, passages: Place[], against: boolean) =>
      act(
        () => api.POST("/api/judgements/{judgement}/evidence", { ...of(judgement), body: { passages, against } }),
        JUDGED,
      ),
    take: (judgement: string, evidence: string[]) =>
      act(
        () => api.POST("/api/judgements/{judgement}/evidence/remove", { ...of(judgement), body: { evidence } }),
        JUDGED,
      ),
  };
}
