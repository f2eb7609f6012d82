import { useInfiniteQuery, useQuery } from "@tanstack/react-query";

import { answer, api } from "../services/api";
import type { Saved, SourceRow } from "../services/shapes";
import { upload } from "../services/upload";
import type { UploadOptions } from "../services/upload";
import { useAct } from "./acting";
import type { ActOptions } from "./acting";
import { moment, useAsOf } from "./asking";

const MOST = 1_000;

/** All sources, by the page; `rows` is what has come so far. */
export function useSources() {
  const asOf = useAsOf();
  const asked = useInfiniteQuery({
    queryKey: ["sources", asOf],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET("/api/sources", {
          params: { query: { ...moment(asOf), ...(pageParam ? { cursor: pageParam } : {}), most: MOST } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
    select: ({ pages }) => ({
      rows: pages.flatMap(({ items }): SourceRow[] => items),
      total: pages[0]?.total ?? null,
    }),
  });
  return asked;
}

export function useSource(id: string) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["sources", id, "whole", asOf],
    queryFn: () =>
      answer(api.GET("/api/sources/{id}", { params: { path: { id }, query: moment(asOf) } })),
  });
}

/** A source's text with its turns; large, so asked anew only when the text changed. */
export function useSourceText(id: string, isWanted = true) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["sources", id, "text", asOf],
    queryFn: () =>
      answer(api.GET("/api/sources/{id}/text", { params: { path: { id }, query: moment(asOf) } })),
    enabled: isWanted,
    structuralSharing: false,
  });
}

export const sourceCodingsKey = (id: string, asOf: string | null) => ["sources", id, "codings", asOf];

/** A source's codings, in columns. */
export function useSourceCodings(id: string) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: sourceCodingsKey(id, asOf),
    queryFn: () =>
      answer(api.GET("/api/sources/{id}/codings", { params: { path: { id }, query: moment(asOf) } })),
    structuralSharing: false,
  });
}

export function useSpeakers(source?: string) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["speakers", source ?? null, asOf],
    queryFn: () =>
      answer(
        api.GET("/api/speakers", {
          params: { query: { ...moment(asOf), ...(source ? { source } : {}) } },
        }),
      ),
  });
}

export interface SourceChanges {
  name?: string;
  language?: string | null;
  date?: string | null;
  note?: string | null;
  was?: Record<string, unknown>;
}

export function useSourceActs() {
  const act = useAct();
  const at = (id: string) => ({ params: { path: { id } } });
  const described = (id: string): ActOptions => ({ kinds: ["source"], sources: [id] });
  const revised = (id: string): ActOptions => ({ kinds: ["revision", "coding"], sources: [id] });
  return {
    describe: (id: string, body: SourceChanges, options: ActOptions = {}) =>
      act(() => api.PATCH("/api/sources/{id}", { ...at(id), body }), { ...described(id), ...options }),
    remove: (id: string) => act(() => api.DELETE("/api/sources/{id}", at(id)), described(id)),
    restore: (id: string) =>
      act(() => api.POST("/api/sources/{id}/restore", at(id)), described(id)),
    correct: (
      id: string,
      body: { revision: string; text: string; note?: string | null },
      options: ActOptions = {},
    ) =>
      act(() => api.POST("/api/sources/{id}/corrections", { ...at(id), body }), {
        ...revised(id),
        ...options,
      }),
    /** What a correction would do; changes nothing. */
    previewCorrection: (id: string, body: { revision: string; text: string }, options: ActOptions = {}) =>
      act(
        () =>
          api.POST("/api/sources/{id}/corrections", {
            params: { path: { id }, query: { preview: true } },
            body,
          }),
        { kinds: [], quiet: true, ...options },
      ),
    settle: (id: string) => act(() => api.POST("/api/sources/{id}/settle", at(id)), revised(id)),
    removeAll: (sources: string[]) =>
      act(() => api.POST("/api/sources/remove", { body: { sources } }), { kinds: ["source"], sources }),
    addMedia: (id: string, file: File, options: UploadOptions = {}) => {
      const body = new FormData();
      body.append("file", file);
      return act(
        () => upload<Saved>("PUT", `/api/sources/${id}/media`, body, options),
        described(id),
      );
    },
    removeMedia: (id: string) =>
      act(() => api.DELETE("/api/sources/{id}/media", at(id)), described(id)),
    linkSpeaker: (body: {
      source: string;
      label: string;
      participant: string | null;
      role: string | null;
    }) =>
      act(() => api.POST("/api/speakers/link", { body }), {
        kinds: ["speaker"],
        sources: [body.source],
      }),
    linkSpeakersByName: () =>
      act(() => api.POST("/api/speakers/link-by-name"), { kinds: ["speaker"] }),
  };
}

/** Where the file that a source came from is, for pictures and PDFs. */
export const originalAddress = (id: string) => `/api/sources/${id}/original`;

/** Where a source's recording is. */
export const mediaAddress = (id: string) => `/api/sources/${id}/media`;
