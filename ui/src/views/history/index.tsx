import { useCallback, useRef } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { ConflictList } from "../../components/ConflictList";
import { EmptyState } from "../../components/EmptyState";
import { ErrorNote } from "../../components/ErrorNote";
import { Header } from "../../components/Header";
import { Inspector } from "../../components/Inspector";
import { Loading } from "../../components/Progress";
import { usePrinting } from "../../components/use-printing";
import { address } from "../../services/address";
import { useActions } from "../../store/actions";
import { useAsOf } from "../../store/asking";
import { useSettling } from "../../store/conflicts";
import { useDesk } from "../../store/desk";
import { useHistory } from "../../store/history";
import { EarlierBar } from "./EarlierBar";
import { FilterBar } from "./FilterBar";
import { OperationInspector } from "./OperationInspector";
import { OperationList } from "./OperationList";
import { PrintedHistory } from "./PrintedHistory";
import { useChosen } from "./use-chosen";
import "./history.css";

/** The log: who did what and when, what became of it, and the study as it was. */
export default function History() {
  const t = useTranslations("history");
  const asOf = useAsOf();
  const chosen = useChosen();
  const settling = useSettling();
  const isPrinting = usePrinting();
  const list = useRef<HTMLDivElement>(null);
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetching } = useHistory(chosen.filter);
  const operations = data?.pages.flatMap(({ items }) => items);
  const total = data?.pages[0]?.total ?? null;

  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  // On a narrow page the panel lies over the list: keys that go through it do not open it.
  const open = () => useDesk.getState().set({ isInspectorOpen: true, isInspectorOver: true });
  useActions([
    {
      id: "history-list",
      title: t("keys.listTitle"),
      keys: ["l"],
      bar: t("keys.list"),
      group: t("title"),
      run: () => list.current?.focus(),
    },
  ]);

  return (
    <>
      <Header title={t("title")}>
        <span className="row no-print">
          <Button size="small" onPress={() => window.print()}>
            {t("print")}
          </Button>
          <a
            className="button small"
            download
            href={address("/api/documents/history.docx", { ...chosen.filter, as_of: asOf })}
          >
            {t("word")}
          </a>
        </span>
      </Header>
      <div className="view">
        <div className="view-body history">
          <div className="history-bars">
            <FilterBar chosen={chosen} />
            <EarlierBar />
          </div>
          <ConflictList {...settling} />
          {error && !data ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
          {!data && !error ? <Loading /> : null}
          {operations && operations.length > 0 ? (
            <OperationList
              ref={list}
              operations={operations}
              chosen={chosen.operation}
              total={total}
              onChoose={chosen.choose}
              onOpen={open}
              onEnd={onEnd}
            />
          ) : null}
          {operations?.length === 0 ? (
            <EmptyState
              title={t(chosen.isFiltered ? "empty.filtered" : "empty.title")}
              action={chosen.isFiltered ? <Button onPress={chosen.showAll}>{t("filter.showAll")}</Button> : null}
            >
              {chosen.isFiltered ? t("empty.filteredText") : t("empty.text")}
            </EmptyState>
          ) : null}
          {isPrinting && operations ? <PrintedHistory operations={operations} total={total} /> : null}
        </div>
        <Inspector label={t("inspector")}>
          {chosen.operation ? (
            <OperationInspector key={chosen.operation} operation={chosen.operation} />
          ) : (
            <>
              <h2>{t("inspector")}</h2>
              <p>{t("hint.text")}</p>
              <p className="quiet">{t("hint.keys")}</p>
            </>
          )}
        </Inspector>
      </div>
    </>
  );
}
