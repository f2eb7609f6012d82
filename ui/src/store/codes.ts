import { useInfiniteQuery, useQuery } from "@tanstack/react-query";

import { address } from "../services/address";
import { answer, api, asForm } from "../services/api";
import type { Place } from "../services/shapes";
import { useAct } from "./acting";
import type { ActOptions } from "./acting";
import { moment, useAsOf } from "./asking";

/** All codes in the codebook's order, with their counts. */
export function useCodes() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["codes", asOf],
    queryFn: () => answer(api.GET("/api/codes", { params: { query: moment(asOf) } })),
  });
}

export function useCode(id: string | null) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["codes", id, "whole", asOf],
    queryFn: () =>
      answer(api.GET("/api/codes/{id}", { params: { path: { id: id ?? "" }, query: moment(asOf) } })),
    enabled: id !== null,
  });
}

export interface PassageFilter {
  below?: boolean;
  coder?: string;
  case?: string;
}

export function useCodePassages(id: string | null, filter: PassageFilter = {}, most = 100) {
  const asOf = useAsOf();
  return useInfiniteQuery({
    queryKey: ["codes", id, "passages", filter, most, asOf],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET("/api/codes/{id}/passages", {
          params: {
            path: { id: id ?? "" },
            query: { ...filter, ...moment(asOf), ...(pageParam ? { cursor: pageParam } : {}), most },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
    enabled: id !== null,
  });
}

/** Where the passages of a code and those below it are had as a Word document. */
export function useCodeFile(): (code: string) => string {
  const asOf = useAsOf();
  return (code) => address("/api/documents/passages.docx", { code, as_of: asOf });
}

/** A code's passages most like and most unlike the one in hand. */
export function useComparison(id: string | null, place: Place | null, most = 3) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["codes", id, "comparison", place, most, asOf],
    queryFn: () =>
      answer(
        api.GET("/api/codes/{id}/comparison", {
          params: {
            path: { id: id ?? "" },
            query: {
              source: place?.source ?? "",
              start_char: place?.start_char ?? 0,
              end_char: place?.end_char ?? 0,
              most,
              ...moment(asOf),
            },
          },
        }),
      ),
    enabled: id !== null && place !== null,
    placeholderData: (previous) => previous,
  });
}

export function useMergePreview(id: string | null, into: string | null) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["codes", id, "merge-preview", into, asOf],
    queryFn: () =>
      answer(
        api.GET("/api/codes/{id}/merge-preview", {
          params: { path: { id: id ?? "" }, query: { into: into ?? "", ...moment(asOf) } },
        }),
      ),
    enabled: id !== null && into !== null,
  });
}

export interface CodeWords {
  colour?: string | null;
  definition?: string | null;
  includes?: string | null;
  excludes?: string | null;
  example?: string | null;
  origin?: string | null;
  citation?: string | null;
  codable?: boolean;
}

export interface Decision extends Place {
  decision: "same" | "new_code" | "split" | "redefine";
  text?: string;
  new_code?: { name: string; parent?: string | null };
  definition?: string;
}

const CODE: ActOptions = { kinds: ["code"] };
const CODE_AND_CODINGS: ActOptions = { kinds: ["code", "coding"] };

export function useCodeActs() {
  const act = useAct();
  const at = (id: string) => ({ params: { path: { id } } });
  return {
    add: (body: CodeWords & { name: string; parent?: string | null }, options: ActOptions = {}) =>
      act(() => api.POST("/api/codes", { body }), { ...CODE, ...options }),
    change: (
      id: string,
      body: CodeWords & { name?: string; was?: Record<string, unknown> },
      options: ActOptions = {},
    ) => act(() => api.PATCH("/api/codes/{id}", { ...at(id), body }), { ...CODE, ...options }),
    remove: (id: string) => act(() => api.DELETE("/api/codes/{id}", at(id)), CODE_AND_CODINGS),
    restore: (id: string) =>
      act(() => api.POST("/api/codes/{id}/restore", at(id)), CODE_AND_CODINGS),
    retire: (id: string) => act(() => api.POST("/api/codes/{id}/retire", at(id)), CODE),
    reopen: (id: string) => act(() => api.POST("/api/codes/{id}/reopen", at(id)), CODE),
    move: (id: string, body: { parent: string | null; before: string | null }) =>
      act(() => api.POST("/api/codes/{id}/move", { ...at(id), body }), CODE),
    merge: (id: string, into: string) =>
      act(() => api.POST("/api/codes/{id}/merge", { ...at(id), body: { into } }), CODE_AND_CODINGS),
    split: (id: string, parts: { name: string; codings: string[] }[]) =>
      act(() => api.POST("/api/codes/{id}/split", { ...at(id), body: { parts } }), CODE_AND_CODINGS),
    decide: (id: string, body: Decision, options: ActOptions = {}) =>
      act(() => api.POST("/api/codes/{id}/decisions", { ...at(id), body }), {
        kinds: ["code", "coding", "memo"],
        sources: [body.source],
        ...options,
      }),
    /** Take in a codebook's file, or only tell what it would change. */
    takeIn: (file: File, isDryRun: boolean) => {
      const body = new FormData();
      body.append("file", file);
      return act(
        () =>
          api.POST("/api/codebook/import", {
            params: { query: { dry_run: isDryRun } },
            body,
            ...asForm,
          }),
        isDryRun ? { kinds: [] } : CODE,
      );
    },
  };
}

/** Where the codebook is had as a file. */
export const codebookAddress = (format: "csv" | "xlsx" | "yaml" | "md") =>
  `/api/codebook/file?format=${format}`;
