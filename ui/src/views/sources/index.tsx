import { useCallback, useEffect, useMemo, useRef } from "react";
import { useTranslations } from "use-intl";
import { useSearchParams } from "wouter";

import { ErrorNote } from "../../components/ErrorNote";
import { Inspector } from "../../components/Inspector";
import { Loading } from "../../components/Progress";
import type { SourceRow } from "../../services/shapes";
import { useImportDesk, useImporting } from "../../store/import-desk";
import { useSources } from "../../store/sources";
import { useCanWrite } from "../../store/study";
import { DropArea } from "./import/DropArea";
import { ImportDialog } from "./import/ImportDialog";
import { WaitingImport } from "./import/WaitingImport";
import { AllSources } from "./inspector/AllSources";
import { ManySources } from "./inspector/ManySources";
import { OneSource } from "./inspector/OneSource";
import { FilterBar } from "./FilterBar";
import { NoSources } from "./NoSources";
import { SourceGrid } from "./SourceGrid";
import { SourcesHeader } from "./SourcesHeader";
import { SpeakersDialog } from "./SpeakersDialog";
import { among, several } from "./choosing";
import { useFormatText } from "./format-text";
import { useListState } from "./list-state";
import { filtered, ordered } from "./ordering";
import { useListActions } from "./use-list-actions";
import "./import/import.css";
import "./sources.css";

const NONE: readonly SourceRow[] = [];

/** The sources of the study: a list, what is known of those chosen, and the way in for more. */
export default function Sources() {
  const t = useTranslations("sources");
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useSources();
  const canWrite = useCanWrite();
  const format = useFormatText();
  const { filter, sort, chosen, set } = useListState();
  const [parameters, setParameters] = useSearchParams();
  const filterField = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const rows = data?.rows ?? NONE;

  // Sorting and filtering need all of them.
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  const shown = useMemo(() => {
    const under = { format: format.of, uncoded: t("foundUnder.uncoded"), recording: t("foundUnder.recording") };
    return ordered(filtered(rows, filter, under), sort, format.of);
  }, [rows, filter, sort, format.of, t]);
  const ids = useMemo(() => shown.map(({ id }) => id), [shown]);

  // What is no longer shown is no longer chosen.
  const before = useRef<readonly string[]>(ids);
  useEffect(() => {
    if (!data) return;
    const now = useListState.getState().chosen;
    if ((now.at !== null && !ids.includes(now.at)) || [...now.ids].some((id) => !ids.includes(id)))
      set({ chosen: among(now, ids, before.current) });
    before.current = ids;
  }, [data, ids, set]);

  const importing = useImporting(useCallback((made) => set({ filter: "", chosen: several(made) }), [set]));
  const openImport = useCallback(() => useImportDesk.getState().set({ isOpen: true }), []);
  const wanted = parameters.get("add") === "files" ? "files" : parameters.get("speakers");
  const leave = useCallback(
    () => setParameters((now) => (now.delete("add"), now.delete("speakers"), now), { replace: true }),
    [setParameters],
  );
  const askSpeakers = () => setParameters((now) => (now.set("speakers", "unlinked"), now), { replace: true });
  useEffect(() => {
    if (wanted !== "files" || !canWrite) return;
    openImport();
    leave();
  }, [wanted, canWrite, openImport, leave]);

  const acts = useListActions({ ids, rows: shown, canWrite, openImport, askSpeakers, filterField, grid });
  const chosenRows = shown.filter(({ id }) => chosen.ids.has(id));
  const only = chosenRows.length === 1 ? chosenRows[0] : undefined;

  return (
    <DropArea isOff={!canWrite} onFiles={(files) => void importing.add(files)}>
      <SourcesHeader canWrite={canWrite} onAdd={openImport} onSpeakers={askSpeakers} hasSources={rows.length > 0} />
      {canWrite ? <WaitingImport onDiscard={importing.cancel} /> : null}
      <div className="view">
        <div className="view-body sources-body">
          {error && !data ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
          {!data && !error ? <Loading /> : null}
          {data && rows.length === 0 ? <NoSources canWrite={canWrite} onAdd={openImport} /> : null}
          {rows.length > 0 ? (
            <>
              <FilterBar ref={filterField} grid={grid} shown={shown.length} total={data?.total ?? rows.length} />
              <SourceGrid ref={grid} rows={shown} all={rows} onOpen={acts.open} onRename={acts.rename} />
            </>
          ) : null}
        </div>
        {rows.length > 0 ? (
          <Inspector label={t("inspector")}>
            {only ? <OneSource key={only.id} row={only} canWrite={canWrite} onRemove={acts.remove} /> : null}
            {chosenRows.length > 1 ? (
              <ManySources rows={chosenRows} canWrite={canWrite} onRemove={acts.remove} />
            ) : null}
            {chosenRows.length === 0 ? <AllSources rows={rows} onSpeakers={askSpeakers} /> : null}
          </Inspector>
        ) : null}
      </div>
      <ImportDialog importing={importing} />
      {wanted === "unlinked" ? <SpeakersDialog canWrite={canWrite} onClose={leave} /> : null}
    </DropArea>
  );
}
