/** What the study claims, what checks it, and what speaks for it and against it. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";

import { address } from "../services/address";
import { answer, api } from "../services/api";
import type { components } from "../services/api-types";
import type { Place } from "../services/shapes";
import { useAct } from "./acting";
import type { ActOptions } from "./acting";
import { moment, useAsOf } from "./asking";

/** All findings, with how each stands today. */
export function useFindings(isWanted = true) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["findings", asOf],
    queryFn: () => answer(api.GET("/api/findings", { params: { query: moment(asOf) } })),
    placeholderData: keepPreviousData,
    enabled: isWanted,
  });
}

export function useFinding(id: string | null) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["findings", id, "whole", asOf],
    queryFn: () =>
      answer(api.GET("/api/findings/{finding}", { params: { path: { finding: id ?? "" }, query: moment(asOf) } })),
    enabled: id !== null,
  });
}

/** What a check says today, as one types it; the answer before stays until the next is here. */
export function useTriedCheck(text: string) {
  return useQuery({
    queryKey: ["findings", "tried", text],
    queryFn: () => answer(api.POST("/api/checks/preview", { body: { text } })),
    placeholderData: keepPreviousData,
    enabled: text !== "",
    retry: false,
    gcTime: 60_000,
  });
}

/** Passages and people that speak against a finding, or may. */
export function useAgainstFinding(id: string, isWanted: boolean) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["findings", id, "against", asOf],
    queryFn: () =>
      answer(api.GET("/api/findings/{finding}/against", { params: { path: { finding: id }, query: moment(asOf) } })),
    placeholderData: keepPreviousData,
    enabled: isWanted,
  });
}

/** Where the ledger and the quotes are had as Word documents. */
export function useFindingFiles(): { findings: string; quotes: string } {
  const as_of = useAsOf();
  return {
    findings: address("/api/documents/findings.docx", { as_of }),
    quotes: address("/api/documents/quotes.docx", { as_of }),
  };
}

type Shapes = components["schemas"];
interface NewFinding {
  statement: string;
  domain?: string | null;
}

const FINDING: ActOptions = { kinds: ["finding", "check"] };
const EVIDENCE: ActOptions = { kinds: ["evidence"] };
const WORDS: ActOptions = { kinds: ["setting"] };

export function useFindingActs() {
  const act = useAct();
  const at = (finding: string) => ({ params: { path: { finding } } });
  const of = (check: string) => ({ params: { path: { check } } });
  return {
    add: (body: NewFinding, options: ActOptions = {}) =>
      act(() => api.POST("/api/findings", { body: { checks: [], ...body } }), { ...FINDING, ...options }),
    change: (id: string, body: Shapes["FindingChange"], options: ActOptions = {}) =>
      act(() => api.PATCH("/api/findings/{finding}", { ...at(id), body }), { ...FINDING, ...options }),
    remove: (id: string) => act(() => api.DELETE("/api/findings/{finding}", at(id)), FINDING),
    addCheck: (id: string, text: string, options: ActOptions = {}) =>
      act(() => api.POST("/api/findings/{finding}/checks", { ...at(id), body: { text } }), { ...FINDING, ...options }),
    changeCheck: (check: string, text: string, options: ActOptions = {}) =>
      act(() => api.PATCH("/api/checks/{check}", { ...of(check), body: { text } }), { ...FINDING, ...options }),
    removeCheck: (check: string) => act(() => api.DELETE("/api/checks/{check}", of(check)), FINDING),
    /** Take today's figures for the right ones; of these checks, or of all of them. */
    accept: (id: string, checks?: string[]) =>
      act(() => api.POST("/api/findings/{finding}/accept", { ...at(id), body: checks ? { checks } : {} }), FINDING),
    give: (id: string, { source, start_char, end_char }: Place, against: boolean) =>
      act(
        () => api.POST("/api/findings/{finding}/evidence", { ...at(id), body: { source, start_char, end_char, against } }),
        EVIDENCE,
      ),
    take: (evidence: string) => act(() => api.DELETE("/api/evidence/{evidence}", { params: { path: { evidence } } }), EVIDENCE),
    setWords: (words: Record<string, string>, options: ActOptions = {}) =>
      act(() => api.PUT("/api/findings/words", { body: words }), { ...WORDS, ...options }),
  };
}
