/** The question of the address: `?q=`, or a saved question or a set by its id. */
import { useEffect } from "react";
import { useSearchParams } from "wouter";

import { useQueries } from "../../store/search";
import { useNames } from "../../store/study";
import { quoted } from "./query-words";

export function useSearchQuestion(): [question: string, ask: (question: string) => void] {
  const [parameters, setParameters] = useSearchParams();
  const saved = parameters.get("query");
  const set = parameters.get("set");
  const { data: queries } = useQueries();
  const names = useNames(set !== null);

  const byId = saved
    ? queries?.find(({ id }) => id === saved)?.expression
    : names.find(({ kind, id }) => kind === "set" && id === set)?.name;
  const instead = byId === undefined ? null : saved ? byId : `set:${quoted(byId)}`;

  const put = (question: string, replace: boolean) =>
    setParameters(
      (now) => {
        const next = new URLSearchParams(now);
        next.delete("query");
        next.delete("set");
        if (question) next.set("q", question);
        else next.delete("q");
        return next;
      },
      { replace },
    );
  useEffect(() => {
    if (instead !== null) put(instead, true);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each id in the address
  }, [instead]);

  const question = parameters.get("q") ?? instead ?? "";
  return [question, (next) => put(next.trim(), next.trim() === question)];
}
