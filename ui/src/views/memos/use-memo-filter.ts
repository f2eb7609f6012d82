/** The filter lives in the address, so that it can be kept and shared. */
import { useMemo } from "react";
import { useSearchParams } from "wouter";

import type { MemoFilter } from "../../store/memos";
import type { Filter } from "./memo-filter";

const NAMES: Record<keyof Filter, string> = {
  words: "words", kind: "kind", author: "author", on: "on", about: "about", source: "source",
};

export function useMemoFilter() {
  const [parameters, setParameters] = useSearchParams();
  // An address that asks for a new memo says what it is about, not what is shown.
  const isNew = parameters.has("new");
  const text = parameters.toString();
  const filter = useMemo((): Filter => {
    const now = new URLSearchParams(text);
    const of = (name: keyof Filter) => (isNew ? "" : (now.get(NAMES[name]) ?? ""));
    return { words: of("words"), kind: of("kind"), author: of("author"), on: of("on"), about: of("about"), source: of("source") };
  }, [text, isNew]);

  const { kind, author, about, source } = filter;
  const asked = useMemo(
    (): MemoFilter => ({
      ...(kind ? { kind } : {}),
      ...(author ? { author } : {}),
      ...(about ? { about } : {}),
      ...(source ? { source } : {}),
    }),
    [kind, author, about, source],
  );
  const change = (changes: Partial<Filter>) =>
    setParameters(
      (now) => {
        for (const [name, value] of Object.entries(changes))
          if (value) now.set(name, value);
          else now.delete(name);
        return now;
      },
      { replace: true },
    );
  return { filter, asked, change };
}
