import { useQuery } from "@tanstack/react-query";

import { address } from "../services/address";
import { answer, api } from "../services/api";
import { moment, useAsOf } from "./asking";

export interface SaturationChoice {
  base: number;
  run: number;
  threshold: number;
  by: string;
  level: "leaf" | "top";
  order: "date" | "added";
  coder: string;
  where: string;
}

/** How new codes came in with the interviews, pooled and for each case. */
export function useSaturation(choice: SaturationChoice) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["synthesis", "saturation", choice, asOf],
    queryFn: () => answer(api.GET("/api/saturation", { params: { query: { ...choice, ...moment(asOf) } } })),
    placeholderData: (previous) => previous,
  });
}

/** Where the curves are had as a file. */
export function useSaturationFigure(choice: SaturationChoice): (kind: "svg" | "png" | "html") => string {
  const asOf = useAsOf();
  return (kind) => address("/api/saturation/figure", { ...choice, kind, as_of: asOf });
}
