import { useEffect, useRef } from "react";
import { useLocale, useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { ErrorNote } from "../../components/ErrorNote";
import { Kbd } from "../../components/Kbd";
import { Link } from "../../components/Link";
import { PassageCard } from "../../components/PassageCard";
import { Loading } from "../../components/Progress";
import { address, addressOf } from "../../services/address";
import type { AgainstFinding, FindingRow, PassageRow } from "../../services/shapes";
import { useAgainstFinding, useFindingActs } from "../../store/findings";

interface Props {
  finding: FindingRow;
  canWrite: boolean;
  /** Grows each time the panel was opened: then it takes the focus. */
  focusCount: number;
  onBack: () => void;
}

/** What may speak against a finding: negative cases, passages unlike those quoted, and silence. */
export function AgainstPanel({ finding, canWrite, focusCount, onBack }: Props) {
  const t = useTranslations("findings.against");
  const { data, error, refetch } = useAgainstFinding(finding.id, true);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [focusCount]);
  return (
    // Esc leads back from wherever the focus is in here.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="finding-against"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onBack();
      }}
    >
      <h2 ref={title} tabIndex={-1}>
        {t("title", { name: finding.name })}
      </h2>
      {error && !data ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data ? <Found finding={finding.id} found={data} canWrite={canWrite} /> : null}
      <p>
        <Button kind="plain" size="small" onPress={onBack}>
          {t("close")}
        </Button>
      </p>
    </div>
  );
}

function Found({ finding, found, canWrite }: { finding: string; found: AgainstFinding; canWrite: boolean }) {
  const t = useTranslations("findings.against");
  const locale = useLocale();
  const { passages, silent, asked_basis: basis, negative, notes, question } = found;
  const isNothing = passages.length === 0 && silent.length === 0 && negative.length === 0;
  const likeness = (value: number) => t("likeness", { value: value.toLocaleString(locale, { maximumFractionDigits: 2 }) });
  return (
    <>
      {isNothing ? <p className="quiet">{t("nothing")}</p> : null}
      {canWrite && !isNothing ? <p className="quiet small">{t.rich("hint", { key: () => <Kbd keys="a" /> })}</p> : null}
      {negative.length > 0 ? (
        <section>
          <h3>{t("negative", { count: negative.length, of: found.negative_of })}</h3>
          <Cards finding={finding} passages={negative} canWrite={canWrite} />
        </section>
      ) : null}
      {silent.length > 0 ? (
        <section>
          <h3>{t("silent", { count: silent.length, of: found.silent_of })}</h3>
          <p className="quiet small">{basis}</p>
          <ul className="finding-silent">
            {silent.map(({ id, name, groups }) => (
              <li key={id}>
                <Link to={addressOf("case", id)}>{name}</Link>{" "}
                {groups.length > 0 ? <span className="quiet">{groups.join(", ")}</span> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {passages.length > 0 ? (
        <section>
          <h3>{t("unlike", { count: passages.length, of: found.passages_of })}</h3>
          <p className="quiet small">{t("unlikeText")}</p>
          <Cards finding={finding} passages={passages} canWrite={canWrite} endOf={(at) => likeness(passages[at]?.similarity ?? 0)} />
        </section>
      ) : null}
      {notes.length > 0 ? <p className="quiet small">{notes.join(" ")}</p> : null}
      {question ? <Link to={address("/search", { q: question })}>{t("question")}</Link> : null}
    </>
  );
}

interface CardsProps {
  finding: string;
  passages: readonly PassageRow[];
  canWrite: boolean;
  endOf?: (at: number) => string;
}

/** Passages, each a press away from speaking against the finding. */
function Cards({ finding, passages, canWrite, endOf }: CardsProps) {
  const t = useTranslations("findings.against");
  const { give } = useFindingActs();
  const add = ({ source_id: source, start_char, end_char }: PassageRow) =>
    void give(finding, { source, start_char, end_char }, true);
  return (
    <ul className="finding-cards">
      {passages.map((passage, at) => (
        <li key={`${passage.source_id} ${passage.start_char} ${passage.end_char}`}>
          <PassageCard passage={passage} end={endOf?.(at)}>
            {canWrite ? (
              <p>
                <Button size="small" onPress={() => add(passage)}>
                  {t("add")}
                </Button>
              </p>
            ) : null}
          </PassageCard>
        </li>
      ))}
    </ul>
  );
}
