import { useQuery, useQueryClient } from "@tanstack/react-query";

import { answer, api } from "../services/api";
import type { Import } from "../services/shapes";
import { upload } from "../services/upload";
import type { UploadOptions } from "../services/upload";
import { useAct } from "./acting";
import type { ActOptions } from "./acting";

const POLL_MS = 300;
const GOES_ON = new Set<Import["phase"]>(["reading", "storing"]);

const importKey = (id: string | null) => ["imports", id];

/** An import while it is read, looked over and stored. */
export function useImport(id: string | null) {
  return useQuery({
    queryKey: importKey(id),
    queryFn: () =>
      answer(api.GET("/api/imports/{id}", { params: { path: { id: id ?? "" } } })),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data && GOES_ON.has(state.data.phase) ? POLL_MS : false),
  });
}

export interface ImportOptions {
  speakers?: "take" | "leave";
  language?: string;
  join_lines?: boolean;
}

export interface ImportChoice {
  index: number;
  name?: string;
  language?: string;
  labels?: string[];
  leave_out?: boolean;
}

const NOTHING_CHANGES: ActOptions = { kinds: [], quiet: true };

export function useImportActs() {
  const act = useAct();
  const cache = useQueryClient();
  /** Keep the answer as the import's state. */
  const keep = (now: Import | null): Import | null => {
    if (now) cache.setQueryData(importKey(now.id), now);
    return now;
  };
  const at = (id: string) => ({ params: { path: { id } } });
  return {
    read: async (files: readonly File[], options: ImportOptions = {}, sending: UploadOptions = {}) => {
      const body = new FormData();
      for (const file of files) body.append("files", file);
      for (const [name, value] of Object.entries(options)) body.append(name, String(value));
      return keep(
        await act<Import>(() => upload<Import>("POST", "/api/imports", body, sending), NOTHING_CHANGES),
      );
    },
    choose: async (id: string, sources: ImportChoice[]) =>
      keep(
        await act<Import>(
          () => api.PUT("/api/imports/{id}/choices", { ...at(id), body: { sources } }),
          NOTHING_CHANGES,
        ),
      ),
    store: async (id: string) =>
      keep(await act<Import>(() => api.POST("/api/imports/{id}/store", at(id)), NOTHING_CHANGES)),
    /** The import once it is stored or has failed. */
    stored: async (id: string): Promise<Import> => {
      for (;;) {
        const now = await answer(api.GET("/api/imports/{id}", at(id)));
        keep(now);
        if (!GOES_ON.has(now.phase)) return now;
        await new Promise((later) => setTimeout(later, POLL_MS));
      }
    },
    /** One that is over already needs no cancelling. */
    cancel: async (id: string) =>
      keep(
        await act<Import>(() => api.DELETE("/api/imports/{id}", at(id)), {
          ...NOTHING_CHANGES,
          onFailure: ({ status }) => status === 404,
        }),
      ),
  };
}
