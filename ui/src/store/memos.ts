import { useInfiniteQuery, useQuery } from "@tanstack/react-query";

import { answer, api } from "../services/api";
import type { MemoKind, MemoRow, Place } from "../services/shapes";
import { useAct } from "./acting";
import type { ActOptions } from "./acting";
import { moment, useAsOf } from "./asking";

export interface MemoFilter {
  kind?: string;
  author?: string;
  about?: string;
  source?: string;
}

export function useMemos(filter: MemoFilter = {}, most = 200) {
  const asOf = useAsOf();
  return useInfiniteQuery({
    queryKey: ["memos", filter, most, asOf],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET("/api/memos", {
          params: { query: { ...filter, ...moment(asOf), ...(pageParam ? { cursor: pageParam } : {}), most } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
    select: ({ pages }) => ({
      rows: pages.flatMap(({ items }): MemoRow[] => items),
      total: pages[0]?.total ?? null,
    }),
  });
}

export function useMemoWhole(id: string | null) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["memos", id, asOf],
    queryFn: () =>
      answer(api.GET("/api/memos/{id}", { params: { path: { id: id ?? "" }, query: moment(asOf) } })),
    enabled: id !== null,
  });
}

export interface NewMemo {
  title: string;
  text?: string;
  kind?: MemoKind;
  about?: string;
  passage?: Place;
}

const MEMO: ActOptions = { kinds: ["memo"] };

export function useMemoActs() {
  const act = useAct();
  const at = (id: string) => ({ params: { path: { id } } });
  return {
    add: (body: NewMemo, options: ActOptions = {}) =>
      act(() => api.POST("/api/memos", { body }), { ...MEMO, ...options }),
    change: (
      id: string,
      body: {
        title?: string;
        text?: string;
        kind?: MemoKind;
        about?: string | null;
        was?: Record<string, unknown>;
      },
      options: ActOptions = {},
    ) => act(() => api.PATCH("/api/memos/{id}", { ...at(id), body }), { ...MEMO, ...options }),
    remove: (id: string) => act(() => api.DELETE("/api/memos/{id}", at(id)), MEMO),
    restore: (id: string) => act(() => api.POST("/api/memos/{id}/restore", at(id)), MEMO),
  };
}
