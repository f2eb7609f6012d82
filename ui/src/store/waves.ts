import { useQuery } from "@tanstack/react-query";

import { answer, api } from "../services/api";
import type { components } from "../services/api-types";
import { useAct } from "./acting";
import type { ActOptions } from "./acting";
import { moment, useAsOf } from "./asking";

type Bodies = components["schemas"];

/** Rounds of fieldwork in the order of time, with how many sources lie in each. */
export function useWaves() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["synthesis", "waves", asOf],
    queryFn: () => answer(api.GET("/api/waves", { params: { query: moment(asOf) } })),
    placeholderData: (previous) => previous,
  });
}

/** Which codes came, stayed and went for the same cases; nothing is asked while there is no wave. */
export function useWaveChanges(of: string, level: "leaf" | "top", isWanted: boolean) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["synthesis", "waves", "changes", of, level, asOf],
    queryFn: () =>
      answer(api.GET("/api/waves/changes", { params: { query: { of, level, ...moment(asOf) } } })),
    placeholderData: (previous) => previous,
    enabled: isWanted,
  });
}

const WAVE: ActOptions = { kinds: ["wave"] };

export function useWaveActs() {
  const act = useAct();
  return {
    add: (body: Bodies["NewWave"], options: ActOptions = {}) =>
      act(() => api.POST("/api/waves", { body }), { ...WAVE, ...options }),
    change: (wave: string, body: Bodies["WaveChange"], options: ActOptions = {}) =>
      act(() => api.PATCH("/api/waves/{wave}", { params: { path: { wave } }, body }), { ...WAVE, ...options }),
    remove: (wave: string) => act(() => api.DELETE("/api/waves/{wave}", { params: { path: { wave } } }), WAVE),
  };
}
