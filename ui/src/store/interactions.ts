import { useQuery } from "@tanstack/react-query";

import { address } from "../services/address";
import { answer, api } from "../services/api";
import type { components } from "../services/api-types";
import { useAct } from "./acting";
import type { ActOptions } from "./acting";
import { moment, useAsOf } from "./asking";

type Shapes = components["schemas"];
export type Graph = Shapes["InteractionAnswer"];
export type Edge = Shapes["InteractionEdge"];
export type Factor = Shapes["InteractionFactor"];
export type Interaction = Shapes["InteractionRow"];
export type InteractionEvidence = Shapes["InteractionEvidence"];
export type NewInteraction = Shapes["NewInteraction"];
export type Sign = NonNullable<NewInteraction["sign"]>;

/** What of the interactions is counted. */
export interface Narrowing {
  by?: string;
  where?: string;
  basis?: "asserted" | "inferred";
  leave_out?: string;
}

/** The graph of factors; the one before stays in sight while another is asked for. */
export function useInteractions(narrowing: Narrowing) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["synthesis", "interactions", narrowing, asOf],
    queryFn: () => answer(api.GET("/api/interactions", { params: { query: { ...narrowing, ...moment(asOf) } } })),
    placeholderData: (previous) => previous,
  });
}

/** What remains without each case in turn. */
export function useSensitivity(narrowing: Narrowing, isWanted: boolean) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["synthesis", "interactions", "sensitivity", narrowing, asOf],
    queryFn: () =>
      answer(api.GET("/api/interactions/sensitivity", { params: { query: { ...narrowing, ...moment(asOf) } } })),
    placeholderData: (previous) => previous,
    enabled: isWanted,
  });
}

/** Interactions with their words and passages. */
export function useInteractionDetails(interaction: string[]) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["synthesis", "interactions", "details", interaction, asOf],
    queryFn: () =>
      answer(api.GET("/api/interactions/details", { params: { query: { interaction, ...moment(asOf) } } })),
    select: ({ interactions }) => interactions,
    enabled: interaction.length > 0,
  });
}

/** Where the graph is had as a file. */
export function useInteractionFiles(narrowing: Narrowing) {
  const as_of = useAsOf();
  const asked = { ...narrowing, as_of };
  return {
    figure: address("/api/interactions/figure", { ...asked, kind: "svg" }),
    table: address("/api/interactions/table.csv", asked),
    word: address("/api/documents/interactions.docx", asked),
  };
}

const LINK: ActOptions = { kinds: ["link", "evidence"] };

export function useInteractionActs() {
  const act = useAct();
  const of = (interaction: string) => ({ params: { path: { interaction } } });
  return {
    add: (body: NewInteraction, options: ActOptions = {}) =>
      act(() => api.POST("/api/interactions", { body }), { ...LINK, ...options }),
    change: (interaction: string, body: Shapes["InteractionChange"], options: ActOptions = {}) =>
      act(() => api.PATCH("/api/interactions/{interaction}", { ...of(interaction), body }), { ...LINK, ...options }),
    remove: (interaction: string) =>
      act(() => api.DELETE("/api/interactions/{interaction}", of(interaction)), LINK),
    give: (interaction: string, body: Shapes["InteractionEvidenceGiven"], options: ActOptions = {}) =>
      act(() => api.POST("/api/interactions/{interaction}/evidence", { ...of(interaction), body }), {
        ...LINK,
        ...options,
      }),
    take: (interaction: string, evidence: string[]) =>
      act(
        () => api.POST("/api/interactions/{interaction}/evidence/take", { ...of(interaction), body: { evidence } }),
        LINK,
      ),
  };
}
