import { useQuery } from "@tanstack/react-query";

import { answer, api, asForm } from "../services/api";
import type { AttributeRow, CaseCell, CaseTable, Value } from "../services/shapes";
import { useAct } from "./acting";
import type { ActOptions } from "./acting";
import { moment, useAsOf } from "./asking";

/** All cases with their groups and values, and the attributes. */
export function useCases() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["cases", asOf],
    queryFn: () => answer(api.GET("/api/cases", { params: { query: moment(asOf) } })),
    placeholderData: (previous) => previous,
  });
}

export interface NewCase {
  name: string;
  kind: string;
  description?: string | null;
  groups?: string[];
  values?: Record<string, Value>;
}

export interface MembershipDetails {
  role?: string | null;
  share?: number | null;
  start_day?: string | null;
  end_day?: string | null;
  counts_as?: boolean | null;
}

const CASE: ActOptions = { kinds: ["case"] };
const MEMBERSHIP: ActOptions = { kinds: ["membership"] };
const ATTRIBUTE: ActOptions = { kinds: ["attribute"] };
const NOTHING: ActOptions = { kinds: [], quiet: true };
const TABLE: ActOptions = { kinds: ["case", "attribute", "attribute_value", "membership"] };

export function useCaseActs() {
  const act = useAct();
  const at = (id: string) => ({ params: { path: { id } } });
  return {
    add: (body: NewCase, options: ActOptions = {}) =>
      act(() => api.POST("/api/cases", { body }), { ...TABLE, ...options }),
    change: (
      id: string,
      body: { name?: string; description?: string | null; was?: Record<string, unknown> },
      options: ActOptions = {},
    ) => act(() => api.PATCH("/api/cases/{id}", { ...at(id), body }), { ...CASE, ...options }),
    remove: (id: string) => act(() => api.DELETE("/api/cases/{id}", at(id)), CASE),
    restore: (id: string) => act(() => api.POST("/api/cases/{id}/restore", at(id)), CASE),
    /** How cells would be stored, and which do not fit; nothing is changed. */
    tryValues: (cells: CaseCell[]) =>
      act(() => api.POST("/api/cases/values/check", { body: { cells } }), NOTHING),
    setValues: (cells: CaseCell[], options: ActOptions = {}) =>
      act(() => api.PUT("/api/cases/values", { body: { cells } }), {
        kinds: ["attribute_value"],
        ...options,
      }),
    /** Take in a table, or with `dry_run` only tell what it would change. */
    takeInTable: (body: CaseTable, options: ActOptions = {}) =>
      act(() => api.POST("/api/cases/table", { body }), {
        ...(body.dry_run ? NOTHING : TABLE),
        ...options,
      }),
    /** The columns and rows of a CSV or XLSX file. */
    readTable: (file: File, options: ActOptions = {}) => {
      const body = new FormData();
      body.append("file", file);
      return act(() => api.POST("/api/cases/table/read", { body, ...asForm }), {
        ...NOTHING,
        ...options,
      });
    },
    addAttribute: (body: {
      name: string;
      type: AttributeRow["type"];
      description?: string | null;
      coarser?: Record<string, string> | null;
    }, options: ActOptions = {}) =>
      act(() => api.POST("/api/attributes", { body }), { ...ATTRIBUTE, ...options }),
    changeAttribute: (
      id: string,
      body: {
        name?: string;
        description?: string | null;
        coarser?: Record<string, string> | null;
        was?: Record<string, unknown>;
      },
      options: ActOptions = {},
    ) =>
      act(() => api.PATCH("/api/attributes/{id}", { ...at(id), body }), {
        ...ATTRIBUTE,
        ...options,
      }),
    removeAttribute: (id: string) => act(() => api.DELETE("/api/attributes/{id}", at(id)), ATTRIBUTE),
    restoreAttribute: (id: string) =>
      act(() => api.POST("/api/attributes/{id}/restore", at(id)), ATTRIBUTE),
    join: (
      body: MembershipDetails & { member: string; group: string },
      options: ActOptions = {},
    ) => act(() => api.POST("/api/memberships", { body }), { ...MEMBERSHIP, ...options }),
    changeMembership: (id: string, body: MembershipDetails, options: ActOptions = {}) =>
      act(() => api.PATCH("/api/memberships/{id}", { ...at(id), body }), {
        ...MEMBERSHIP,
        ...options,
      }),
    leave: (id: string) => act(() => api.DELETE("/api/memberships/{id}", at(id)), MEMBERSHIP),
  };
}
