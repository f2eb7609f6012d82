import { useInfiniteQuery, useQuery } from "@tanstack/react-query";

import { address } from "../services/address";
import { answer, api } from "../services/api";
import { moment, useAsOf } from "./asking";

export interface MatrixChoice {
  rows?: string;
  columns?: string;
  count?: string;
  where?: string;
}

/** What can stand in rows and columns, and what can be counted. */
export function useMatrixOptions() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["matrix", "options", asOf],
    queryFn: () => answer(api.GET("/api/matrix/options", { params: { query: moment(asOf) } })),
  });
}

/** Nothing is asked while it is not known yet what to ask. */
export function useMatrix(choice: MatrixChoice, isWanted = true) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["matrix", choice, asOf],
    queryFn: () =>
      answer(api.GET("/api/matrix", { params: { query: { ...choice, ...moment(asOf) } } })),
    placeholderData: (previous) => previous,
    enabled: isWanted,
  });
}

/** Where a matrix is had as a file. */
export function useMatrixFile(choice: MatrixChoice): (format: "docx" | "xlsx" | "csv") => string {
  const asOf = useAsOf();
  return (format) => address(`/api/documents/matrix.${format}`, { ...choice, as_of: asOf });
}

/** The passages behind a cell; without a row or a column, those of a total. */
export function useMatrixCell(choice: MatrixChoice, cell: { row?: string; column?: string } | null) {
  const asOf = useAsOf();
  return useInfiniteQuery({
    queryKey: ["matrix", "cell", choice, cell, asOf],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET("/api/matrix/cell", {
          params: {
            query: { ...choice, ...cell, ...moment(asOf), ...(pageParam ? { cursor: pageParam } : {}) },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
    enabled: cell !== null,
  });
}
