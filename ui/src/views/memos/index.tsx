/** All memos in one place: the list, and the one that is read or written. */
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useParams, useSearchParams } from "wouter";

import { Button } from "../../components/Button";
import { EmptyState } from "../../components/EmptyState";
import { ErrorNote } from "../../components/ErrorNote";
import { Kbd } from "../../components/Kbd";
import { Loading } from "../../components/Progress";
import { addressOf, withAsOf } from "../../services/address";
import type { MemoRow } from "../../services/shapes";
import { useActions } from "../../store/actions";
import { useAsOf } from "../../store/asking";
import { useGo } from "../../store/desk-actions";
import { useMemoActs, useMemoWhole, useMemos } from "../../store/memos";
import { usePrinting } from "../../components/use-printing";
import { useCanWrite, useStudy } from "../../store/study";
import { MemoFilters } from "./MemoFilters";
import { MemoList } from "./MemoList";
import { MemoPane } from "./MemoPane";
import { MemosHeader } from "./MemosHeader";
import { NewMemoDialog } from "./NewMemoDialog";
import { PrintedMemos } from "./PrintedMemos";
import { shownMemos } from "./memo-filter";
import { useMemoFilter } from "./use-memo-filter";
import "./memos.css";

const NO_MEMOS: MemoRow[] = [];
const MOST = 1_000;

export default function Memos() {
  const t = useTranslations("memos");
  const { id } = useParams<{ id?: string }>();
  const [parameters, setParameters] = useSearchParams();
  const go = useGo();
  const asOf = useAsOf();
  const canWrite = useCanWrite();
  const isPrinting = usePrinting();
  const { data: study } = useStudy();
  const { remove } = useMemoActs();
  const { filter, change, asked } = useMemoFilter();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useMemos(asked, MOST);
  const [begun, setBegun] = useState<{ about: string | null } | null>(null);
  const [written, setWritten] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);

  // Words are looked for in all of them, so all of them come.
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const isAsked = canWrite && parameters.get("new") === "memo";
  const asking = isAsked ? { about: parameters.get("about") } : begun;

  const rows = data?.rows ?? NO_MEMOS;
  const shown = useMemo(() => shownMemos(rows, filter), [rows, filter]);
  const whole = useMemoWhole(id ?? null);
  const memo = whole.data ?? rows.find((row) => row.id === id) ?? null;

  const keepFilter = window.location.search.replace(/^\?/, "");
  const choose = (chosen: string | null, isNew = false) => {
    const path = chosen ? addressOf("memo", chosen) : "/memos";
    go(withAsOf(keepFilter && !isNew ? `${path}?${keepFilter}` : path, asOf), { replace: !isNew });
  };
  const focusList = () => requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[aria-selected="true"], [role="listbox"]')?.focus());
  const closeNew = (made: string | null) => {
    setBegun(null);
    if (made) {
      setWritten(made);
      choose(made, true);
      return;
    }
    if (isAsked)
      setParameters(
        (now) => {
          now.delete("new");
          return now;
        },
        { replace: true },
      );
    focusList();
  };
  const removeOne = async () => {
    if (!memo) return;
    const at = shown.findIndex((row) => row.id === memo.id);
    const next = shown[at + 1] ?? shown[at - 1];
    // First away from it, so that nothing asks for what is gone.
    choose(next?.id ?? null);
    focusList();
    if (!(await remove(memo.id))) choose(memo.id);
  };

  const group = t("title");
  useActions([
    { id: "new-memo", title: t("act.new"), keys: ["n"], bar: t("bar.new"), group, words: t("act.newWords"), disabled: !canWrite, run: () => setBegun({ about: filter.about || filter.source || null }) },
    { id: "find-memo", title: t("act.find"), keys: ["/"], bar: t("bar.find"), group, run: () => document.querySelector<HTMLElement>("#memo-filters input")?.focus() },
    { id: "write-memo", title: t("act.write"), keys: ["e"], bar: t("bar.write"), group, disabled: !memo || !canWrite, run: () => document.getElementById("memo-text")?.focus() },
    { id: "remove-memo", title: t("act.remove"), keys: ["Delete"], group, disabled: !memo || !canWrite, run: () => void removeOne() },
  ]);

  const isEmpty = data !== undefined && rows.length === 0 && Object.keys(asked).length === 0;
  return (
    <>
      <MemosHeader filter={filter} canWrite={canWrite} hasMemos={rows.length > 0} onNew={() => setBegun({ about: null })} />
      <div className="view memos no-print">
        {isEmpty ? (
          <div className="view-body">
            <EmptyState
              title={t("empty.title")}
              action={
                canWrite ? (
                  <Button kind="main" onPress={() => setBegun({ about: null })}>
                    {t("empty.begin")} <Kbd keys="n" />
                  </Button>
                ) : undefined
              }
            >
              <p>{t("empty.text")}</p>
              <p>{t.rich("empty.passage", { key: () => <Kbd keys="m" /> })}</p>
            </EmptyState>
          </div>
        ) : (
          <>
            <div className="memo-side" ref={list}>
              <MemoFilters filter={filter} onChange={change} shown={shown.length} total={rows.length} />
              {error && !data ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
              {!data && !error ? <Loading /> : null}
              {data ? (
                <MemoList memos={shown} chosen={id ?? null} onChoose={choose} onOpen={() => document.getElementById("memo-text")?.focus()} />
              ) : null}
            </div>
            <MemoPane
              memo={memo}
              isGone={whole.error !== null && !memo}
              canWrite={canWrite}
              isNew={written !== null && written === memo?.id}
              onRemove={() => void removeOne()}
              onLeave={focusList}
            />
          </>
        )}
      </div>
      {isPrinting ? <PrintedMemos memos={shown} title={study?.title ?? ""} /> : null}
      {asking ? <NewMemoDialog about={asking.about} onClose={closeNew} /> : null}
    </>
  );
}
