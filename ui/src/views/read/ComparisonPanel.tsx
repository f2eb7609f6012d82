/** Constant comparison: the code's passages most like the one in hand and most unlike it. */

import { useDeferredValue } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { ErrorNote } from "../../components/ErrorNote";
import { Kbd } from "../../components/Kbd";
import { PassageCard } from "../../components/PassageCard";
import type { Span } from "../../services/address";
import type { CodeRow, Compared } from "../../services/shapes";
import { useComparison } from "../../store/codes";
import { DECISIONS } from "./decisions";
import { useReadingView } from "./reading-context";

export function ComparisonPanel({ code, place }: { code: CodeRow; place: Span }) {
  const t = useTranslations("read.compare");
  const { source, canWrite, setOpen } = useReadingView();
  const asked = useDeferredValue(place);
  const { data, error, refetch } = useComparison(code.id, {
    source: source.id,
    start_char: asked.start_char,
    end_char: asked.end_char,
  });
  return (
    <section aria-label={t("decide")}>
      {error ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
      {data && data.like.length + data.unlike.length === 0 ? (
        <p className="quiet compare-none">{t("none")}</p>
      ) : null}
      {data ? <Cards heading={t("like")} compared={data.like} /> : null}
      {data ? <Cards heading={t("unlike")} compared={data.unlike} /> : null}
      {canWrite ? (
        <>
          <h3>{t("decide")}</h3>
          <div className="decisions">
            {DECISIONS.map(({ decision, key, word }) => (
              <button
                key={decision}
                type="button"
                className="decision"
                aria-keyshortcuts={key}
                onClick={() => setOpen({ what: "decision", decision })}
              >
                {t(word)} <Kbd keys={key} />
              </button>
            ))}
          </div>
        </>
      ) : null}
    </section>
  );
}

function Cards({ heading, compared }: { heading: string; compared: readonly Compared[] }) {
  const t = useTranslations("read.compare");
  const format = useFormatter();
  if (compared.length === 0) return null;
  return (
    <>
      <h3>{heading}</h3>
      <div className="compared">
        {compared.map(({ passage, similarity }) => {
          const value = format.number(similarity, {
            minimumFractionDigits: 2,
            maximumFractionDigits: 2,
          });
          return (
            <PassageCard
              key={`${passage.source_id} ${passage.start_char} ${passage.end_char}`}
              passage={passage}
              end={<span aria-label={t("likeness", { value })}>{value}</span>}
            />
          );
        })}
      </div>
    </>
  );
}
