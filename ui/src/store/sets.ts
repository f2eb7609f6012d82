import { useQuery } from "@tanstack/react-query";

import { answer, api } from "../services/api";
import { useAct } from "./acting";
import type { ActOptions } from "./acting";
import { moment, useAsOf } from "./asking";

export function useSets() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["sets", asOf],
    queryFn: () => answer(api.GET("/api/sets", { params: { query: moment(asOf) } })),
    select: ({ sets }) => sets,
  });
}

export function useSet(id: string | null) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["sets", id, asOf],
    queryFn: () =>
      answer(api.GET("/api/sets/{id}", { params: { path: { id: id ?? "" }, query: moment(asOf) } })),
    enabled: id !== null,
  });
}

const SET: ActOptions = { kinds: ["set", "set_member"] };

export function useSetActs() {
  const act = useAct();
  const at = (id: string) => ({ params: { path: { id } } });
  return {
    add: (name: string, members: string[] = []) =>
      act(() => api.POST("/api/sets", { body: { name, members } }), SET),
    change: (id: string, body: { add?: string[]; remove?: string[] }) =>
      act(() => api.POST("/api/sets/{id}/members", { ...at(id), body }), SET),
    remove: (id: string) => act(() => api.DELETE("/api/sets/{id}", at(id)), SET),
  };
}
