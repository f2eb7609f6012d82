import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { answer, api } from "../services/api";
import { useAct, sentenceCase } from "./acting";
import { moment, useAsOf } from "./asking";
import { useDesk } from "./desk";

export interface HistoryFilter {
  person?: string;
  kind?: string;
  since?: string;
  until?: string;
}

export function useHistory(filter: HistoryFilter = {}, most = 100) {
  const asOf = useAsOf();
  return useInfiniteQuery({
    queryKey: ["history", asOf, filter, most],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET("/api/history", {
          params: { query: { ...filter, ...moment(asOf), ...(pageParam ? { cursor: pageParam } : {}), most } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
    placeholderData: (previous) => previous,
  });
}

export function useOperation(operation: string | null) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["history", operation, asOf],
    queryFn: () =>
      answer(
        api.GET("/api/history/{operation}", {
          params: { path: { operation: operation ?? "" }, query: moment(asOf) },
        }),
      ),
    enabled: operation !== null,
  });
}

/** What was done to one thing. */
export function useHistoryOf(entity: string | null) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["history", "of", entity, asOf],
    queryFn: () =>
      answer(
        api.GET("/api/history/of/{entity}", {
          params: { path: { entity: entity ?? "" }, query: moment(asOf) },
        }),
      ),
    enabled: entity !== null,
    select: ({ changes }) => changes,
  });
}

export function useConflicts() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["conflicts", asOf],
    queryFn: () => answer(api.GET("/api/conflicts", { params: { query: moment(asOf) } })),
    select: ({ conflicts }) => conflicts,
  });
}

/** Undo and redo: without an operation, the last one that you did. */
export function useUndoing() {
  const act = useAct();
  const t = useTranslations("common.toast");
  const run = async (path: "/api/undo" | "/api/redo", operation?: string) => {
    const saved = await act(() => api.POST(path, { body: operation ? { operation } : {} }), {
      quiet: true,
    });
    if (!saved || saved.waiting) return saved;
    const isUndo = path === "/api/undo";
    const { show } = useDesk.getState();
    if (!saved.operation) show({ text: t(isUndo ? "nothingToUndo" : "nothingToRedo") });
    else if (saved.sentence) show({ text: sentenceCase(saved.sentence) });
    return saved;
  };
  return {
    undo: (operation?: string) => run("/api/undo", operation),
    redo: (operation?: string) => run("/api/redo", operation),
    settle: (body: { entity: string; field: string | null; value: string | number | boolean | null }) =>
      act(() => api.POST("/api/conflicts/settle", { body })),
  };
}
