import { useQuery } from "@tanstack/react-query";

import { answer, api } from "../services/api";
import type { NameRow } from "../services/shapes";
import { moment, useAsOf } from "./asking";
import { useAct } from "./acting";

/** The study's head: title, figures, who works here. */
export function useStudy() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["study", asOf],
    queryFn: () => answer(api.GET("/api/study", { params: { query: moment(asOf) } })),
    placeholderData: (previous) => previous,
  });
}

/** Whether anything can be changed here and now. */
export function useCanWrite(): boolean {
  const asOf = useAsOf();
  const { data } = useStudy();
  return asOf === null && data !== undefined && !data.read_only;
}

const NO_NAMES: NameRow[] = [];

/** Everything that can be reached by name. */
export function useNames(isWanted = true): NameRow[] {
  const asOf = useAsOf();
  const { data } = useQuery({
    queryKey: ["names", asOf],
    queryFn: () => answer(api.GET("/api/names", { params: { query: moment(asOf) } })),
    enabled: isWanted,
  });
  return data?.names ?? NO_NAMES;
}

export function useFrameworks() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["frameworks", asOf],
    queryFn: () => answer(api.GET("/api/frameworks", { params: { query: moment(asOf) } })),
  });
}

export function useCoders() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["coders", asOf],
    queryFn: () => answer(api.GET("/api/coders", { params: { query: moment(asOf) } })),
    select: ({ coders }) => coders,
  });
}

export function useStudyActs() {
  const act = useAct();
  return {
    describe: (body: { title?: string; description?: string | null }) =>
      act(() => api.PATCH("/api/study", { body }), { kinds: ["study"] }),
    set: (key: string, value: string) =>
      act(() => api.PUT("/api/study/settings/{key}", { params: { path: { key } }, body: { value } }), {
        kinds: ["setting"],
      }),
    addFramework: (name: string) =>
      act(() => api.POST("/api/frameworks", { body: { name } }), { kinds: ["framework", "code"] }),
    addCoder: (name: string) =>
      act(() => api.POST("/api/coders", { body: { name } }), { kinds: ["coder"] }),
    renameCoder: (id: string, name: string) =>
      act(() => api.PATCH("/api/coders/{id}", { params: { path: { id } }, body: { name } }), {
        kinds: ["coder"],
      }),
  };
}
