import { useInfiniteQuery, useQuery } from "@tanstack/react-query";

import { answer, api } from "../services/api";
import type { components } from "../services/api-types";
import { moment, useAsOf } from "./asking";

export type GroupComparison = components["schemas"]["GroupsAnswer"];
export type ComparedCode = components["schemas"]["ComparedCode"];
export type NegativeCases = components["schemas"]["NegativeCasesAnswer"];
export type PassageSet = components["schemas"]["PassageSetShown"];
export type Valence = "enabling" | "constraining";

export interface GroupsChoice {
  by: string;
  groups: readonly string[];
  codes: string;
  where: string;
  within: string;
  adjustment: "max-t" | "bh";
}

const asked = ({ groups, ...rest }: GroupsChoice) => ({ ...rest, groups: [...groups] });

/** Codes by groups, with log-odds and a test. */
export function useContrasts(choice: GroupsChoice) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["synthesis", "contrasts", choice, asOf],
    queryFn: () => answer(api.GET("/api/contrasts", { params: { query: { ...asked(choice), ...moment(asOf) } } })),
    placeholderData: (previous) => previous,
    enabled: choice.by !== "",
  });
}

/** The passages of a code by a group; an empty group: by all of them. */
export function useGroupPassages(choice: GroupsChoice, cell: { code: string; group: string }) {
  const asOf = useAsOf();
  return useInfiniteQuery({
    queryKey: ["synthesis", "contrasts", "passages", choice, cell, asOf],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET("/api/contrasts/passages", {
          params: {
            query: { ...asked(choice), ...cell, ...moment(asOf), ...(pageParam ? { cursor: pageParam } : {}) },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
  });
}

/** What speaks against the statement that a code helps or hinders, in a group or among all. */
export function useNegativeCases(statement: { code: string; valence: Valence; by?: string; group?: string }) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["synthesis", "against", statement, asOf],
    queryFn: () =>
      answer(api.GET("/api/contrasts/against", { params: { query: { ...statement, ...moment(asOf) } } })),
  });
}

/** Where a comparison is had as a file. */
export function useContrastsFile(
  choice: GroupsChoice,
  contrast: number,
): (kind: "svg" | "png" | "html" | "xlsx" | "csv") => string {
  const asOf = useAsOf();
  return (kind) => {
    const { groups, ...rest } = choice;
    const query = new URLSearchParams();
    const isTable = kind === "xlsx" || kind === "csv";
    const more = isTable ? {} : { kind, contrast: String(contrast) };
    for (const [name, value] of Object.entries({ ...rest, ...more, as_of: asOf ?? "" }))
      if (value) query.set(name, value);
    for (const group of groups) query.append("groups", group);
    return `/api/contrasts/${isTable ? `table.${kind}` : "figure"}?${query.toString()}`;
  };
}
