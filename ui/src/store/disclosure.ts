/** Whether quotes that are about to leave the study would let a reader find who spoke. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { MouseEvent } from "react";

import { answer, api } from "../services/api";
import { saveFile } from "../services/download";
import { Failure } from "../services/failure";
import type { PassageRow } from "../services/shapes";
import { tellFailure } from "./acting";
import { moment, useAsOf } from "./asking";
import { useDesk } from "./desk";
import type { MatrixChoice } from "./matrix";

/** Which quotes are meant: those of a question, of a code and those below it, or these. */
export type Quotes =
  | { q: string }
  | { code: string }
  | { passages: string[] }
  | { cell: MatrixChoice & { row?: string; column?: string } };

const MOST_PASSAGES = 500; // as many as an address can name

/** Passages as a question names them. */
export function namedPassages(passages: readonly PassageRow[]): { passages: string[] } {
  const named = passages.map(({ source_id, start_char, end_char }) => `${source_id}.${start_char}.${end_char}`);
  return { passages: named.slice(0, MOST_PASSAGES) };
}

/** How many of these quotes would tell who spoke, and, once somebody looks, why and what helps. */
export function useDisclosure(quotes: Quotes) {
  const asOf = useAsOf();
  const [isOpen, setOpen] = useState(false);
  const hasQuotes = !("passages" in quotes) || quotes.passages.length > 0;
  const { data: check } = useQuery({
    queryKey: ["disclosure", "export", quotes, asOf],
    queryFn: () =>
      "cell" in quotes
        ? answer(api.GET("/api/disclosure/cell/export", { params: { query: { ...quotes.cell, ...moment(asOf) } } }))
        : answer(api.GET("/api/disclosure/export", { params: { query: { ...quotes, ...moment(asOf) } } })),
    placeholderData: keepPreviousData,
    enabled: hasQuotes,
  });
  const { data: report, error } = useQuery({
    queryKey: ["disclosure", "risks", quotes, asOf],
    queryFn: () =>
      "cell" in quotes
        ? answer(api.GET("/api/disclosure/cell", { params: { query: { ...quotes.cell, ...moment(asOf) } } }))
        : answer(api.GET("/api/disclosure", { params: { query: { ...quotes, words: false, ...moment(asOf) } } })),
    enabled: isOpen && hasQuotes,
  });
  return { check, report, error, isOpen, onOpenChange: setOpen };
}

/** For links to documents with quotes: saves the file, or says why the study keeps it back. */
export function useSaveFile(): (href: string) => Promise<void> {
  const t = useTranslations("common");
  return async (href) => {
    try {
      await saveFile(href);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (error.status !== 401) useDesk.getState().show(tellFailure(error, t));
    }
  };
}

/** The same for a click on the link itself. */
export function useFileClick(): (event: MouseEvent<HTMLAnchorElement>) => void {
  const save = useSaveFile();
  return (event) => {
    event.preventDefault();
    void save(event.currentTarget.href);
  };
}
