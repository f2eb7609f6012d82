import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

import type { PassageRow } from "../services/shapes";
import { namedPassages, useDisclosure } from "../store/disclosure";
import { Button } from "./Button";
import { DisclosureNote } from "./DisclosureNote";
import { ErrorNote } from "./ErrorNote";
import { PassageCard } from "./PassageCard";
import { Loading } from "./Progress";
import "./passages-panel.css";

interface PassagesPage {
  items: PassageRow[];
  total: number | null;
  value: number;
  of: number;
  who: string[];
  did_not: string[];
}

interface Props {
  /** What the number is of, such as two codes. */
  title: string;
  found: {
    data: { pages: PassagesPage[] } | undefined;
    error: Error | null;
    refetch: () => Promise<unknown>;
    hasNextPage: boolean;
    fetchNextPage: () => Promise<unknown>;
    isFetchingNextPage: boolean;
  };
  /** Grows each time the panel was opened by a key: then it takes the focus. */
  focusCount: number;
  onBack: () => void;
  /** What else can be done with it, at the foot. */
  children?: ReactNode;
}

/** The passages behind a number, who says it and who of those interviewed does not. */
export function PassagesPanel({ title, found, focusCount, onBack, children }: Props) {
  const t = useTranslations("common.behind");
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = found;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focusCount > 0) heading.current?.focus();
  }, [focusCount]);
  const first = data?.pages[0];
  const passages = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    // Esc leads back to the table from wherever the focus is in here.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="passages-panel"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onBack();
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {first ? t("title", { title, value: first.value, of: first.of }) : title}
      </h2>
      {error && !first ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
      {!first && !error ? <Loading /> : null}
      {first ? (
        <>
          <div className="disclosure-line">
            <p className="quiet small">{t("passages", { total: first.total ?? passages.length })}</p>
            <QuotesNote passages={passages} />
          </div>
          <PassageList passages={passages} />
          {hasNextPage ? (
            <Button size="small" isDisabled={isFetchingNextPage} onPress={() => void fetchNextPage()}>
              {t("more")}
            </Button>
          ) : null}
          <People title={t("said")} names={first.who} />
          <People title={t("didNot")} names={first.did_not} />
        </>
      ) : null}
      <p className="row passages-panel-foot">
        {children}
        <Button kind="plain" size="small" onPress={onBack}>
          {t("close")}
        </Button>
      </p>
    </div>
  );
}

/** Passages one below the other; `ends` stand at the foot of each, such as a likeness. */
export function PassageList({ passages, ends }: { passages: readonly PassageRow[]; ends?: readonly string[] }) {
  return (
    <ul className="passages-panel-list">
      {passages.map((passage, at) => (
        <li key={`${passage.source_id} ${passage.start_char} ${passage.end_char}`}>
          <PassageCard passage={passage} end={ends?.[at]} />
        </li>
      ))}
    </ul>
  );
}

function QuotesNote({ passages }: { passages: readonly PassageRow[] }) {
  return <DisclosureNote {...useDisclosure(namedPassages(passages))} isShort />;
}

function People({ title, names }: { title: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <section>
      <h3>
        {title} <span className="passages-panel-count">{names.length}</span>
      </h3>
      <p>{names.join(", ")}</p>
    </section>
  );
}
