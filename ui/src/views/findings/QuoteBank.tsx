import { useEffect, useMemo, useState } from "react";
import { useTranslations } from "use-intl";

import { EmptyState } from "../../components/EmptyState";
import { ErrorNote } from "../../components/ErrorNote";
import { Field } from "../../components/Field";
import { Inspector } from "../../components/Inspector";
import { Kbd } from "../../components/Kbd";
import { Link } from "../../components/Link";
import { Loading } from "../../components/Progress";
import { Select } from "../../components/Select";
import type { FindingRow, QuoteRow, QuoteStanding } from "../../services/shapes";
import { useQuotes } from "../../store/quotes";
import { QuoteBalancePanel } from "./QuoteBalancePanel";
import { QuoteBelongs } from "./QuoteBelongs";
import { QuoteItem } from "./QuoteItem";
import { shortened } from "./figures";

const STANDINGS: readonly QuoteStanding[] = ["verbatim", "edited", "differs", "absent"];

interface Props {
  findings: readonly FindingRow[];
  /** The one that the address names. */
  chosen: string | null;
  canWrite: boolean;
}

/** Every quote that was chosen, and who is quoted how often. */
export function QuoteBank({ findings, chosen, canWrite }: Props) {
  const t = useTranslations("findings.bank");
  const { data: quotes, error, refetch } = useQuotes();
  const [words, setWords] = useState("");
  const [standing, setStanding] = useState<QuoteStanding | "">("");
  const [finding, setFinding] = useState("");
  const shown = useMemo(
    () => (quotes ?? []).filter((quote) => isShown(quote, words, standing, finding)),
    [quotes, words, standing, finding],
  );
  useEffect(() => {
    if (chosen && quotes) document.getElementById(`quote-${chosen}`)?.scrollIntoView({ block: "center" });
  }, [chosen, quotes]);
  return (
    <div className="view">
      <div className="view-body quote-bank">
        {error && !quotes ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
        {!quotes && !error ? <Loading /> : null}
        {quotes?.length === 0 ? (
          <EmptyState title={t("empty")} action={<Link to="/search">{t("toSearch")}</Link>}>
            <p>{t.rich("emptyText", { key: () => <Kbd keys="q" /> })}</p>
          </EmptyState>
        ) : null}
        {quotes && quotes.length > 0 ? (
          <>
            <div className="quote-filter no-print" role="group" aria-label={t("filter")}>
              <Field label={t("words")} isLabelUnseen placeholder={t("words")} value={words} onChange={setWords} />
              <Select<QuoteStanding | "">
                label={t("standing")}
                value={standing}
                options={[
                  { value: "", label: t("any") },
                  ...STANDINGS.map((value) => ({ value, label: t(`standings.${value}`) })),
                ]}
                onChange={setStanding}
              />
              <Select
                label={t("finding")}
                value={finding}
                options={[
                  { value: "", label: t("any") },
                  { value: NONE, label: t("noFinding") },
                  ...findings.map(({ id, name, statement }) => ({ value: id, label: shortened(`${name} ${statement}`) })),
                ]}
                onChange={setFinding}
              />
            </div>
            <p className="quiet small" role="status">
              {t("shown", { shown: shown.length, total: quotes.length })}
            </p>
            <ul className="quote-list">
              {shown.map((quote) => (
                <li key={quote.id} id={`quote-${quote.id}`} className={quote.id === chosen ? "chosen" : undefined}>
                  <QuoteItem quote={quote} canWrite={canWrite} isBesideFinding />
                  <QuoteBelongs quote={quote} findings={findings} canWrite={canWrite} />
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
      <Inspector label={t("balance")}>
        <QuoteBalancePanel />
      </Inspector>
    </div>
  );
}

const NONE = "none";

function isShown(quote: QuoteRow, words: string, standing: string, finding: string): boolean {
  if (standing && quote.standing !== standing) return false;
  if (finding && (quote.finding?.id ?? NONE) !== finding) return false;
  const text = [quote.name, quote.words, quote.said, quote.attribution, quote.source, quote.finding?.name]
    .join(" ")
    .toLocaleLowerCase();
  return words.toLocaleLowerCase().split(/\s+/u).every((word) => text.includes(word));
}
