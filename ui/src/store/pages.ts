import { useQuery } from "@tanstack/react-query";

import { answer, api } from "../services/api";
import { moment, useAsOf } from "./asking";

/** One page of a PDF (from 1) or a picture (0), with where its words stand. */
export function useSourcePage(source: string, page: number) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["sources", source, "text", "page", page, asOf],
    queryFn: () =>
      answer(
        api.GET("/api/sources/{source}/pages/{page}", {
          params: { path: { source, page }, query: moment(asOf) },
        }),
      ),
    placeholderData: (previous) => previous,
  });
}
