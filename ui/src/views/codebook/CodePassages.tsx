/** The passages of a code, each a link into its source. */
import { useCallback, useMemo, useState } from "react";
import { useTranslations } from "use-intl";

import { DateText } from "../../components/DateText";
import { DisclosureNote } from "../../components/DisclosureNote";
import { ErrorNote } from "../../components/ErrorNote";
import { PassageCard } from "../../components/PassageCard";
import { Loading } from "../../components/Progress";
import { Select } from "../../components/Select";
import { VirtualList } from "../../components/VirtualList";
import type { CodeRow, PassageRow } from "../../services/shapes";
import { useCases } from "../../store/cases";
import { useCodeFile, useCodePassages } from "../../store/codes";
import { namedPassages, useDisclosure, useFileClick } from "../../store/disclosure";
import type { Quotes } from "../../store/disclosure";
import { useCoders } from "../../store/study";

export function CodePassages({ code }: { code: CodeRow }) {
  const t = useTranslations("codebook.passages");
  const [coder, setCoder] = useState("");
  const [site, setSite] = useState("");
  const [below, setBelow] = useState(true);
  const { data: coders = [] } = useCoders();
  const { data: cases } = useCases();
  const asked = useCodePassages(code.id, {
    below,
    ...(coder ? { coder } : {}),
    ...(site ? { case: site } : {}),
  });
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = asked;
  const passages = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const total = data?.pages[0]?.total ?? null;
  const isAll = below && !coder && !site; // as the document has them
  const fileOf = useCodeFile();
  const saveFile = useFileClick();
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  const groups = (cases?.cases ?? []).filter(({ kind }) => kind !== "person");
  return (
    <div className="code-passages">
      <div className="row">
        <Select
          label={t("coder")}
          isLabelUnseen
          value={coder}
          onChange={setCoder}
          options={[{ value: "", label: t("allCoders") }, ...coders.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        {groups.length > 0 ? (
          <Select
            label={t("site")}
            isLabelUnseen
            value={site}
            onChange={setSite}
            options={[
              { value: "", label: t("allSites") },
              ...groups.map(({ id, name, kind }) => ({ value: id, label: name, group: kind })),
            ]}
          />
        ) : null}
      </div>
      <div className="disclosure-line">
        <label className="code-check">
          <input type="checkbox" checked={below} onChange={({ target }) => setBelow(target.checked)} />
          <span>{t("below")}</span>
        </label>
        {isAll && total ? (
          <a className="button small no-print" href={fileOf(code.id)} download onClick={saveFile}>
            {t("word")}
          </a>
        ) : null}
      </div>
      {total !== null ? (
        <div className="disclosure-line no-print">
          <p className="quiet small">{t("total", { total })}</p>
          {total > 0 ? <QuotesNote quotes={isAll ? { code: code.id } : namedPassages(passages)} /> : null}
        </div>
      ) : null}
      {error && !data ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data && passages.length === 0 ? <p className="quiet">{t("none")}</p> : null}
      {passages.length > 0 ? (
        <VirtualList
          items={passages}
          keyOf={placeOf}
          estimate={130}
          label={t("label")}
          onEnd={more}
        >
          {(passage) => (
            <div className="code-passage">
              <PassageCard passage={passage} hasCodes={below && passage.codings.some(({ code_id }) => code_id !== code.id)}>
                <p className="quiet small">
                  {[...new Set(passage.codings.map((each) => each.coder ?? t("nobody")))].join(", ")}
                  {passage.codings[0] ? (
                    <>
                      {", "}
                      <DateText at={passage.codings[0].coded_on} />
                    </>
                  ) : null}
                </p>
              </PassageCard>
            </div>
          )}
        </VirtualList>
      ) : null}
    </div>
  );
}

function QuotesNote({ quotes }: { quotes: Quotes }) {
  return <DisclosureNote {...useDisclosure(quotes)} isShort />;
}

export function placeOf({ source_id, start_char, end_char, codings }: PassageRow): string {
  return `${source_id} ${start_char} ${end_char} ${codings[0]?.id ?? ""}`;
}
