import { useCallback, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { DisclosureNote } from "../../components/DisclosureNote";
import { ErrorNote } from "../../components/ErrorNote";
import { Header } from "../../components/Header";
import { Inspector } from "../../components/Inspector";
import { Loading } from "../../components/Progress";
import { QuerySlip, isSlip } from "../../components/QuerySlip";
import { useActions } from "../../store/actions";
import { useCodes } from "../../store/codes";
import { SEARCH_BOX } from "../../store/desk-actions";
import { useDisclosure, useFileClick } from "../../store/disclosure";
import { useSearch, useSearchFile } from "../../store/search";
import { useCanWrite } from "../../store/study";
import { CodeAllDialog } from "./CodeAllDialog";
import { Figures } from "./Figures";
import { NarrowBar } from "./NarrowBar";
import { NothingFound } from "./NothingFound";
import { narrowed, without } from "./query-words";
import { Repairs } from "./Repairs";
import { ResultList } from "./ResultList";
import type { ResultListHandle } from "./ResultList";
import { SaveDialog } from "./SaveDialog";
import { SavedQuestions } from "./SavedQuestions";
import { SearchBox } from "./SearchBox";
import { SearchHelp } from "./SearchHelp";
import { SearchStart } from "./SearchStart";
import { useSearchQuestion } from "./use-search-question";

const PRINTED_PAGES = 20;

/** The box, what narrows it, what was found, and what can be done with all of it. */
export function SearchDesk() {
  const t = useTranslations("search");
  const [question, ask] = useSearchQuestion();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching } = useSearch(question);
  const { data: codes } = useCodes();
  const canWrite = useCanWrite();
  const fileOf = useSearchFile();
  const saveFile = useFileClick();
  const list = useRef<ResultListHandle>(null);
  const [open, setOpen] = useState<"save" | "code" | null>(null);

  const pages = error ? undefined : data?.pages;
  const passages = useMemo(() => pages?.flatMap(({ items }) => items) ?? [], [pages]);
  const [first, last] = [pages?.[0], pages?.at(-1)];
  const hasAnswer = passages.length > 0;
  const colours = useMemo(() => new Map(codes?.codes.map(({ id, colour }) => [id, colour])), [codes]);
  const more = useCallback(() => {
    if (!isFetching) void fetchNextPage();
  }, [isFetching, fetchNextPage]);

  const print = async () => {
    let isMore = hasNextPage;
    for (let page = 0; isMore && page < PRINTED_PAGES; page++) isMore = (await fetchNextPage()).hasNextPage;
    window.print();
  };
  const group = t("title");
  useActions([
    {
      id: "search-box",
      title: t("keys.boxTitle"),
      keys: ["/"],
      bar: t("keys.box"),
      group,
      unlisted: true,
      run: () => document.getElementById(SEARCH_BOX)?.focus(),
    },
    { id: "search-save", title: t("keys.saveTitle"), keys: ["s"], bar: t("save.button"), group, disabled: !hasAnswer || !canWrite, run: () => setOpen("save") },
    { id: "search-code", title: t("keys.codeTitle"), keys: ["c"], bar: t("code.button"), group, disabled: !hasAnswer || !canWrite, run: () => setOpen("code") },
  ]);

  return (
    <>
      <Header title={t("title")}>
        {hasAnswer ? (
          <span className="row no-print">
            <QuotesNote question={question} />
            <Button size="small" onPress={() => void print()}>
              {t("export.print")}
            </Button>
            <a className="button small" href={fileOf(question)} download onClick={saveFile}>
              {t("export.word")}
            </a>
            {canWrite ? (
              <>
                <Button size="small" onPress={() => setOpen("save")}>
                  {t("save.button")}
                </Button>
                <Button size="small" onPress={() => setOpen("code")}>
                  {t("code.button")}
                </Button>
              </>
            ) : null}
          </span>
        ) : null}
      </Header>
      <div className="view">
        <div className="view-body search">
          <SearchBox key={`box ${question}`} question={question} onAsk={ask} onDown={() => list.current?.focus()} />
          {question ? (
            <NarrowBar
              question={question}
              onAdd={(condition) => ask(narrowed(question, condition))}
              onRemove={(condition) => ask(without(question, condition))}
            />
          ) : (
            <SearchStart onAsk={ask} />
          )}
          {question ? <p className="search-printed-question">{question}</p> : null}
          {isSlip(error) ? (
            <QuerySlip failure={error} asked={question}>
              <Repairs question={question} onAsk={ask} />
            </QuerySlip>
          ) : null}
          {error && !isSlip(error) ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
          {question && !pages && !error ? <Loading /> : null}
          {question && first && last ? (
            <Figures question={question} first={first} last={last} found={passages.length} />
          ) : null}
          {question && first && !hasAnswer && !hasNextPage ? <NothingFound question={question} /> : null}
          {question && hasAnswer ? (
            <ResultList
              key={`found ${question}`}
              ref={list}
              question={question}
              passages={passages}
              colourOf={(code) => colours.get(code)}
              hasMore={hasNextPage}
              onEnd={more}
            />
          ) : null}
        </div>
        <Inspector label={t("inspector")}>
          <div className="search-side">
            <SavedQuestions onAsk={ask} />
            <SearchHelp />
          </div>
        </Inspector>
      </div>
      {open === "save" ? <SaveDialog question={question} onClose={() => setOpen(null)} /> : null}
      {open === "code" ? (
        <CodeAllDialog question={question} total={last?.total ?? null} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}

function QuotesNote({ question }: { question: string }) {
  return <DisclosureNote {...useDisclosure({ q: question })} />;
}
