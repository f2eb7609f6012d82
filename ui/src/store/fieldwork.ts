import { useQuery } from "@tanstack/react-query";

import { address } from "../services/address";
import { answer, api } from "../services/api";
import type { components } from "../services/api-types";
import { dayOf } from "../services/days";
import { useAct } from "./acting";
import type { ActOptions } from "./acting";
import { moment, useAsOf } from "./asking";

type Bodies = components["schemas"];

/** Every participant by how far they are today. */
export function useBoard() {
  const asOf = useAsOf();
  const today = dayOf(new Date());
  return useQuery({
    queryKey: ["fieldwork", "board", today, asOf],
    queryFn: () => answer(api.GET("/api/fieldwork", { params: { query: { today, ...moment(asOf) } } })),
    placeholderData: (previous) => previous,
  });
}

/** Where the board or the table of recruitment is had as a Word document. */
export function useFieldworkFile(): (part: "board" | "recruitment") => string {
  const as_of = useAsOf();
  return (part) =>
    part === "board"
      ? address("/api/documents/fieldwork.docx", { today: dayOf(new Date()), as_of })
      : address("/api/documents/recruitment.docx", { as_of });
}

/** All that was recorded about one participant. */
export function useFieldworkPerson(participant: string | null) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["fieldwork", "person", participant, asOf],
    queryFn: () =>
      answer(
        api.GET("/api/fieldwork/participants/{participant}", {
          params: { path: { participant: participant ?? "" }, query: moment(asOf) },
        }),
      ),
    enabled: participant !== null,
  });
}

/** Who was recruited by site and sector, what came of asking, how long the interviews were. */
export function useRecruitment() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["fieldwork", "recruitment", asOf],
    queryFn: () => answer(api.GET("/api/fieldwork/recruitment", { params: { query: moment(asOf) } })),
    placeholderData: (previous) => previous,
  });
}

/** Who led to whom. */
export function useReferralChains() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["fieldwork", "referrals", asOf],
    queryFn: () => answer(api.GET("/api/fieldwork/referrals", { params: { query: moment(asOf) } })),
    placeholderData: (previous) => previous,
  });
}

/** How often people named somebody of their own sector; an error where the study has no sectors. */
export function useHomophily() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["fieldwork", "homophily", asOf],
    queryFn: () => answer(api.GET("/api/fieldwork/homophily", { params: { query: moment(asOf) } })),
    placeholderData: (previous) => previous,
  });
}

/** The withdrawals that stand; whose they are is not told. */
export function useWithdrawals() {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["fieldwork", "withdrawals", asOf],
    queryFn: () => answer(api.GET("/api/withdrawals", { params: { query: moment(asOf) } })),
    placeholderData: (previous) => previous,
    select: ({ withdrawals }) => withdrawals,
  });
}

/** What withdrawing somebody would hide. */
export function useWithdrawalPreview(participant: string) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["fieldwork", "withdrawal", participant, asOf],
    queryFn: () =>
      answer(
        api.GET("/api/withdrawals/{participant}/preview", {
          params: { path: { participant }, query: moment(asOf) },
        }),
      ),
  });
}

/** What is still to do today. */
export function useToDo() {
  const asOf = useAsOf();
  const today = dayOf(new Date());
  return useQuery({
    queryKey: ["fieldwork", "todo", today, asOf],
    queryFn: () =>
      answer(api.GET("/api/fieldwork/to-do", { params: { query: { today, ...moment(asOf) } } })),
    placeholderData: (previous) => previous,
  });
}

const CONTACT: ActOptions = { kinds: ["contact"] };
const CONSENT: ActOptions = { kinds: ["consent"] };
const REFERRAL: ActOptions = { kinds: ["referral"] };
const ACTIVITY: ActOptions = { kinds: ["activity"] };
const WITHDRAWAL: ActOptions = { kinds: ["withdrawal"] };

export function useFieldworkActs() {
  const act = useAct();
  return {
    contacts: {
      add: (body: Bodies["NewContact"], options: ActOptions = {}) =>
        act(() => api.POST("/api/contacts", { body }), { ...CONTACT, ...options }),
      change: (contact: string, body: Bodies["ContactChange"], options: ActOptions = {}) =>
        act(() => api.PATCH("/api/contacts/{contact}", { params: { path: { contact } }, body }), {
          ...CONTACT,
          ...options,
        }),
      remove: (contact: string) =>
        act(() => api.DELETE("/api/contacts/{contact}", { params: { path: { contact } } }), CONTACT),
    },
    consents: {
      add: (body: Bodies["NewConsent"], options: ActOptions = {}) =>
        act(() => api.POST("/api/consents", { body }), { ...CONSENT, ...options }),
      change: (consent: string, body: Bodies["ConsentChange"], options: ActOptions = {}) =>
        act(() => api.PATCH("/api/consents/{consent}", { params: { path: { consent } }, body }), {
          ...CONSENT,
          ...options,
        }),
      remove: (consent: string) =>
        act(() => api.DELETE("/api/consents/{consent}", { params: { path: { consent } } }), CONSENT),
    },
    referrals: {
      add: (body: Bodies["NewReferral"], options: ActOptions = {}) =>
        act(() => api.POST("/api/referrals", { body }), { ...REFERRAL, ...options }),
      remove: (referral: string) =>
        act(() => api.DELETE("/api/referrals/{referral}", { params: { path: { referral } } }), REFERRAL),
    },
    activities: {
      addInterview: (body: Bodies["NewInterview"], options: ActOptions = {}) =>
        act(() => api.POST("/api/interviews", { body }), { ...ACTIVITY, ...options }),
      change: (activity: string, body: Bodies["ActivityChange"], options: ActOptions = {}) =>
        act(() => api.PATCH("/api/activities/{activity}", { params: { path: { activity } }, body }), {
          ...ACTIVITY,
          ...options,
        }),
      remove: (activity: string) =>
        act(() => api.DELETE("/api/activities/{activity}", { params: { path: { activity } } }), ACTIVITY),
    },
    withdraw: (body: Bodies["NewWithdrawal"], options: ActOptions = {}) =>
      act(() => api.POST("/api/withdrawals", { body }), { ...WITHDRAWAL, ...options }),
    liftWithdrawal: (participant: string) =>
      act(() => api.POST("/api/withdrawals/lift", { body: { participant } }), WITHDRAWAL),
    describeRecruitment: (
      participant: string,
      body: Bodies["RecruitmentChange"],
      options: ActOptions = {},
    ) =>
      act(
        () =>
          api.PATCH("/api/fieldwork/participants/{participant}/recruitment", {
            params: { path: { participant } },
            body,
          }),
        { kinds: ["recruitment"], ...options },
      ),
  };
}
