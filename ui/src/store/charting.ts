import { useQueries, useQuery } from "@tanstack/react-query";

import { address } from "../services/address";
import { answer, api } from "../services/api";
import type { CellWritten, ChartWords } from "../services/shapes/synthesis-chart";
import { useAct } from "./acting";
import type { ActOptions } from "./acting";
import { moment, useAsOf } from "./asking";

export interface ChartChoice {
  rows: string;
  /** Empty: the domains of the framework. */
  columns: string;
  where: string;
  wave: string;
}

export interface CellPlace {
  subject: string;
  column: string;
  wave?: string | null;
}

const asked = ({ rows, columns, where, wave }: ChartChoice) => ({
  rows,
  ...(columns ? { columns: [columns] } : {}),
  ...(where ? { where } : {}),
  ...(wave ? { wave } : {}),
});

/** Rows by codes with the state of every cell. */
export function useChart(choice: ChartChoice) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["synthesis", "chart", choice, asOf],
    queryFn: () => answer(api.GET("/api/chart", { params: { query: { ...asked(choice), ...moment(asOf) } } })),
    placeholderData: (previous) => previous,
  });
}

/** The words of the cells of the rows in sight, a block of rows at a time. */
export function useChartWords(blocks: readonly (readonly string[])[], wave: string): Map<string, ChartWords> {
  const asOf = useAsOf();
  return useQueries({
    queries: blocks.map((subjects) => ({
      queryKey: ["synthesis", "chart", "words", subjects, wave, asOf],
      queryFn: () =>
        answer(
          api.GET("/api/chart/summaries", {
            params: { query: { subjects: [...subjects], ...(wave ? { wave } : {}), ...moment(asOf) } },
          }),
        ),
    })),
    combine: (answers) =>
      new Map(
        answers.flatMap(({ data }) =>
          (data?.cells ?? []).map((cell): [string, ChartWords] => [`${cell.subject} ${cell.column}`, cell]),
        ),
      ),
  });
}

/** One cell with the passages beneath it. */
export function useChartCell(place: CellPlace | null) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["synthesis", "chart", "cell", place, asOf],
    queryFn: () =>
      answer(
        api.GET("/api/chart/cell", {
          params: {
            query: {
              subject: place?.subject ?? "",
              column: place?.column ?? "",
              ...(place?.wave ? { wave: place.wave } : {}),
              ...moment(asOf),
            },
          },
        }),
      ),
    enabled: place !== null,
  });
}

const CELL: ActOptions = { kinds: ["cell", "evidence"] };

export function useChartActs() {
  const act = useAct();
  return {
    write: (body: CellWritten, options: ActOptions = {}) =>
      act(() => api.PUT("/api/chart/cell", { body }), { ...CELL, ...options }),
    clear: ({ subject, column, wave }: CellPlace) =>
      act(
        () => api.DELETE("/api/chart/cell", { params: { query: { subject, column, ...(wave ? { wave } : {}) } } }),
        CELL,
      ),
    link: (place: CellPlace, passages: { source: string; start_char: number; end_char: number }[]) =>
      act(() => api.POST("/api/chart/cell/quotes", { body: { ...place, passages } }), CELL),
    unlink: (place: CellPlace, evidence: string[]) =>
      act(() => api.POST("/api/chart/cell/quotes/remove", { body: { ...place, evidence } }), CELL),
  };
}

/** Where the matrix is had as a file. */
export function useChartFile(choice: ChartChoice): (ending: "docx" | "xlsx" | "html") => string {
  const asOf = useAsOf();
  return (ending) => address(`/api/documents/chart.${ending}`, { ...choice, as_of: asOf });
}
