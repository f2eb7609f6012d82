/** How the study was done: reports, reporting checklists, and the package to repeat it by. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";

import { address } from "../services/address";
import { answer, api } from "../services/api";
import type { components } from "../services/api-types";
import { saveFile } from "../services/download";
import { Failure } from "../services/failure";
import { useAct } from "./acting";
import type { ActOptions } from "./acting";
import { moment, useAsOf } from "./asking";

export const REPORTS = ["methods", "sample", "agreement", "audit"] as const;
export const CHECKLISTS = ["coreq", "srqr", "entreq"] as const;
export type ReportName = (typeof REPORTS)[number];
export type ChecklistName = (typeof CHECKLISTS)[number];

export function useReport(name: ReportName) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["reports", name, asOf],
    queryFn: () => answer(api.GET("/api/reports/{name}", { params: { path: { name }, query: moment(asOf) } })),
  });
}

export function useChecklist(checklist: ChecklistName) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["reports", checklist, asOf],
    queryFn: () =>
      answer(api.GET("/api/checklists/{checklist}", { params: { path: { checklist }, query: moment(asOf) } })),
  });
}

/** Where a report or a checklist is had as a Word document. */
export function useReportFile(name: ReportName | ChecklistName): string {
  return address("/api/documents/report.docx", { name, as_of: useAsOf() });
}

type ItemAnswer = components["schemas"]["ItemAnswer"];

export function useChecklistActs() {
  const act = useAct();
  return {
    answer: (checklist: ChecklistName, number: number, body: Partial<ItemAnswer>, options: ActOptions = {}) =>
      act(
        () =>
          api.PATCH("/api/checklists/{checklist}/items/{number}", {
            params: { path: { checklist, number } },
            body: body as ItemAnswer,
          }),
        { kinds: ["setting"], ...options },
      ),
  };
}

/** Whether the quotes of the whole study may leave it, before anybody takes them along. */
export function useWholeStudyCheck() {
  return useQuery({
    queryKey: ["disclosure", "export", "whole study"],
    queryFn: () => answer(api.GET("/api/disclosure/export")),
    placeholderData: keepPreviousData,
  });
}

/** The package to be shared, or all of the study. */
export type PackageKind = "shared" | "whole";

/** Making a package takes a while on a large study: it can be given up, and says why it failed. */
export function usePackage() {
  const [making, setMaking] = useState<PackageKind | null>(null);
  const [failed, setFailed] = useState<{ kind: PackageKind; failure: Failure } | null>(null);
  const stop = useRef<AbortController | null>(null);
  const make = async (kind: PackageKind, manuscripts: readonly File[]) => {
    const body = new FormData();
    body.set("redacted", String(kind === "shared"));
    for (const paper of manuscripts) body.append("manuscripts", paper);
    stop.current = new AbortController();
    setFailed(null);
    setMaking(kind);
    try {
      await saveFile("/api/documents/package.zip", { body, signal: stop.current.signal });
    } catch (error) {
      if (error instanceof Failure) setFailed({ kind, failure: error });
      else if (!stop.current.signal.aborted) throw error;
    } finally {
      setMaking(null);
    }
  };
  return { making, failed, make, giveUp: () => stop.current?.abort() };
}
