import { useTranslations } from "use-intl";

import { IconButton } from "../../components/Button";
import { ChangedMeanwhile } from "../../components/ChangedMeanwhile";
import { Chip } from "../../components/Chip";
import { EditableText } from "../../components/EditableText";
import { Icon } from "../../components/Icon";
import { Link } from "../../components/Link";
import { sourceAddress } from "../../services/address";
import type { QuoteRow } from "../../services/shapes";
import { saveText, useClash } from "../../store/changed-meanwhile";
import { useQuoteActs } from "../../store/quotes";

interface Props {
  quote: QuoteRow;
  canWrite: boolean;
  /** Whether it stands beside what says of which finding it is, and on which side. */
  isBesideFinding?: boolean;
}

/** A quote as it is to be printed: whose it is, and whether the words are those that were said. */
export function QuoteItem({ quote, canWrite, isBesideFinding = false }: Props) {
  const t = useTranslations("findings.quote");
  const { change, remove } = useQuoteActs();
  const { clash, ask } = useClash();
  const { id, name, words, said, source_id, source, standing, differences, attribution, against } = quote;
  const save = async (typed: string) =>
    (await saveText({
      label: t("words"),
      typed,
      was: words,
      ask,
      send: (text, was, options) => change(id, { words: text || null, was: { words: was } }, options),
    })) !== null;
  return (
    <article className="quote-item" aria-label={[name, attribution].filter(Boolean).join(" ")}>
      <div className="quote-line">
        <div className="quote-words">
          <EditableText label={t("words")} value={words || said} rows={4} isReadOnly={!canWrite} onSave={save} />
        </div>
        {canWrite ? (
          <IconButton label={t("remove", { name })} onPress={() => void remove(id)}>
            <Icon name="close" />
          </IconButton>
        ) : null}
      </div>
      <p className="finding-said">
        <span className="finding-name">{name}</span>
        {attribution === null ? <Chip tone="warn">{t("paraphrase")}</Chip> : null}
        {attribution ? <span>{attribution}</span> : null}
        <Link to={sourceAddress(source_id, quote)}>{source}</Link>
        <span className={`quote-standing ${standing}`}>{t(`standing.${standing}`)}</span>
        {against && !isBesideFinding ? <Chip>{t("against")}</Chip> : null}
        {quote.interviewer ? <Chip tone="warn">{t("interviewer")}</Chip> : null}
        {quote.shares_name ? <Chip tone="warn">{t("sharesName")}</Chip> : null}
      </p>
      {standing === "differs" ? (
        <ul className="quote-differences">
          {differences.filter(({ marked }) => !marked).map(({ said: was, written }, at) => (
            <li key={at}>{t("difference", { said: was || "–", written: written || "–" })}</li>
          ))}
        </ul>
      ) : null}
      {quote.risk_sentences.length > 0 ? (
        <p className="quiet small">{t(attribution === null ? "noLabelWhy" : "labelWhy", { why: quote.risk_sentences.join(" ") })}</p>
      ) : null}
      {standing === "absent" ? <p className="quiet small">{t("absentHint")}</p> : null}
      {clash ? <ChangedMeanwhile clash={clash} /> : null}
    </article>
  );
}
