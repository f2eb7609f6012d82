/** What leaves the study: the policy in force, all risks, and the log of what left before. */
import { useQuery } from "@tanstack/react-query";

import { answer, api } from "../services/api";
import type { components } from "../services/api-types";
import { useAct } from "./acting";
import type { ActOptions } from "./acting";
import { moment, useAsOf } from "./asking";

type Bodies = components["schemas"];

/** The policy as the study keeps it. */
export interface Policy {
  k: number;
  archive_k: number;
  stances: number;
  by: string[];
  most_quotes: number;
  most_share: number;
  exports: "warn" | "refuse";
  counts: "exact" | "rounded";
}

/** Which quotes are meant: every coded passage, or those of a code or of a question. */
export interface Leaving {
  code?: string;
  q?: string;
  /** Together with the table of participants by site and sector. */
  hasTable: boolean;
}

const TABLE = "site,sector";

export function usePolicy() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["disclosure", "policy", asOf],
    queryFn: () => answer(api.GET("/api/disclosure/policy", { params: { query: moment(asOf) } })),
    select: ({ policy }) => policy as unknown as Policy,
  });
}

/** All risks of these quotes, and of the table beside them, with the words to look at. */
export function useLeavingRisks({ code, q, hasTable }: Leaving) {
  const asOf = useAsOf();
  const query = {
    ...(code ? { code } : q ? { q } : { every: true }),
    ...(hasTable ? { tables: [TABLE] } : {}),
    ...moment(asOf),
  };
  return useQuery({
    queryKey: ["disclosure", "leaving", query],
    queryFn: () => answer(api.GET("/api/disclosure", { params: { query } })),
    placeholderData: (previous) => previous,
  });
}

export function useReleases() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["disclosure", "releases", asOf],
    queryFn: () => answer(api.GET("/api/releases", { params: { query: moment(asOf) } })),
    placeholderData: (previous) => previous,
    select: ({ releases }) => releases,
  });
}

const RELEASE: ActOptions = { kinds: ["release"] };

export function useReleaseActs() {
  const act = useAct();
  return {
    setPolicy: (policy: Partial<Policy>, options: ActOptions = {}) =>
      act(() => api.PUT("/api/disclosure/policy", { body: { policy } }), { kinds: ["setting"], ...options }),
    record: (
      { code, q, hasTable }: Leaving,
      says: Pick<Bodies["NewRelease"], "name" | "day" | "recipient" | "note" | "remedy">,
      options: ActOptions = {},
    ) =>
      act(
        () =>
          api.POST("/api/releases", {
            body: {
              ...says,
              code: code ?? null,
              query: code ? null : (q ?? null),
              every: !code && !q,
              tables: hasTable ? [TABLE] : [],
            },
          }),
        { ...RELEASE, ...options },
      ),
    change: (release: string, body: Bodies["ReleaseChange"], options: ActOptions = {}) =>
      act(() => api.PATCH("/api/releases/{release}", { params: { path: { release } }, body }), { ...RELEASE, ...options }),
    remove: (release: string) =>
      act(() => api.DELETE("/api/releases/{release}", { params: { path: { release } } }), RELEASE),
  };
}

/** Where what was printed of a release is had as a Word document. */
export const releaseFile = (release: string) => `/api/documents/release.docx?release=${release}`;
