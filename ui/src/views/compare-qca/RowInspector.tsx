import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { DisclosureNote } from "../../components/DisclosureNote";
import { ErrorNote } from "../../components/ErrorNote";
import { PassageCard } from "../../components/PassageCard";
import { Loading } from "../../components/Progress";
import { namedPassages, useDisclosure } from "../../store/disclosure";
import { useQcaPassages } from "../../store/qca";
import type { Qca, QcaBehind, QcaRow } from "../../store/qca";

interface Props {
  qca: Qca;
  row: QcaRow;
  /** Grows each time the panel was opened by a key: then it takes the focus. */
  focusCount: number;
  onBack: () => void;
}

/** The cases of a row, those with the outcome first, each with the passages behind it. */
export function RowInspector({ qca, row, focusCount, onBack }: Props) {
  const t = useTranslations("compareQca.row");
  const title = useRef<HTMLHeadingElement>(null);
  const hasCodes = qca.sets.some(({ of_code }) => of_code);
  const cases = row.cases.map(({ id }) => id);
  const { data: behind, error, refetch } = useQcaPassages(qca.id ?? "", hasCodes ? cases : []);
  useEffect(() => {
    if (focusCount > 0) title.current?.focus();
  }, [focusCount]);
  const groups = [
    { key: "with", cases: row.cases.filter(({ has_outcome }) => has_outcome === true) },
    { key: "without", cases: row.cases.filter(({ has_outcome }) => has_outcome === false) },
    { key: "neither", cases: row.cases.filter(({ has_outcome }) => has_outcome === null) },
  ] as const;

  return (
    // Esc leads back to the row from wherever the focus is in here.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="qca-behind"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onBack();
      }}
    >
      <h2 ref={title} tabIndex={-1}>
        {t("title", { number: row.number })}
      </h2>
      <p className="qca-term">{row.text}</p>
      {row.contradictory ? <p className="qca-warning">{t("contradictory", { outcome: qca.outcome })}</p> : null}
      {behind ? <Notes behind={behind} /> : null}
      {error ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
      {hasCodes && !behind && !error ? <Loading /> : null}
      {groups.map(({ key, cases: of }) =>
        of.length > 0 ? (
          <section key={key}>
            <h3>
              {t(key, { outcome: qca.outcome })} <span className="qca-count">{of.length}</span>
            </h3>
            {of.map((each) => (
              <CaseBehind key={each.id} name={each.name} of={behind?.filter(({ case_id }) => case_id === each.id)} />
            ))}
          </section>
        ) : null,
      )}
      <p className="no-print">
        <Button kind="plain" size="small" onPress={onBack}>
          {t("close")}
        </Button>
      </p>
    </div>
  );
}

function CaseBehind({ name, of }: { name: string; of: QcaBehind[] | undefined }) {
  const t = useTranslations("compareQca.row");
  const said = of?.filter(({ total }) => total > 0) ?? [];
  const silent = of?.filter(({ total }) => total === 0) ?? [];
  return (
    <section className="qca-case">
      <h4>{name}</h4>
      {said.map((each) => (
        <div key={each.condition}>
          <p className="small" title={each.measured}>
            <strong>{each.condition}</strong> <span className="quiet">{t("passages", { total: each.total })}</span>
          </p>
          <ul className="qca-passages">
            {each.passages.map((passage) => (
              <li key={`${passage.source_id} ${passage.start_char} ${passage.end_char}`}>
                <PassageCard passage={passage} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {silent.length > 0 ? (
        <p className="quiet small">{t("silent", { conditions: silent.map(({ condition }) => condition).join(", ") })}</p>
      ) : null}
    </section>
  );
}

function Notes({ behind }: { behind: readonly QcaBehind[] }) {
  const passages = behind.flatMap((each) => each.passages);
  return <DisclosureNote {...useDisclosure(namedPassages(passages))} isShort />;
}
