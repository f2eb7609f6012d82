import { useQuery } from "@tanstack/react-query";

import { answer, api } from "../services/api";
import type { components } from "../services/api-types";
import { useAct } from "./acting";
import type { ActOptions } from "./acting";
import { moment, useAsOf } from "./asking";

type Bodies = components["schemas"];

/** Interviews, observed meetings and requests for documents, by day. */
export function useActivities() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["fieldwork", "activities", asOf],
    queryFn: () => answer(api.GET("/api/activities", { params: { query: moment(asOf) } })),
    placeholderData: (previous) => previous,
    select: ({ activities }) => activities,
  });
}

/** Approvals and their amendments, by day. */
export function useApprovals() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["fieldwork", "approvals", asOf],
    queryFn: () => answer(api.GET("/api/approvals", { params: { query: moment(asOf) } })),
    placeholderData: (previous) => previous,
    select: ({ approvals }) => approvals,
  });
}

const ACTIVITY: ActOptions = { kinds: ["activity"] };
const APPROVAL: ActOptions = { kinds: ["approval"] };

export function useFieldRecordActs() {
  const act = useAct();
  return {
    addMeeting: (body: Bodies["NewMeeting"], options: ActOptions = {}) =>
      act(() => api.POST("/api/meetings", { body }), { ...ACTIVITY, ...options }),
    addRequest: (body: Bodies["NewDocumentRequest"], options: ActOptions = {}) =>
      act(() => api.POST("/api/document-requests", { body }), { ...ACTIVITY, ...options }),
    approvals: {
      add: (body: Bodies["NewApproval"], options: ActOptions = {}) =>
        act(() => api.POST("/api/approvals", { body }), { ...APPROVAL, ...options }),
      change: (approval: string, body: Bodies["ApprovalChange"], options: ActOptions = {}) =>
        act(() => api.PATCH("/api/approvals/{approval}", { params: { path: { approval } }, body }), {
          ...APPROVAL,
          ...options,
        }),
      remove: (approval: string) =>
        act(() => api.DELETE("/api/approvals/{approval}", { params: { path: { approval } } }), APPROVAL),
    },
  };
}
