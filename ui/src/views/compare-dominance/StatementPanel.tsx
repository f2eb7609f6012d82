import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { DisclosureNote } from "../../components/DisclosureNote";
import { ErrorNote } from "../../components/ErrorNote";
import { PassageCard } from "../../components/PassageCard";
import { Loading } from "../../components/Progress";
import type { PassageRow } from "../../services/shapes";
import { namedPassages, useDisclosure } from "../../store/disclosure";
import { useDominancePassages } from "../../store/dominance";
import type { DominanceChoice, StatementsChoice } from "../../store/dominance";

interface Props {
  choice: DominanceChoice;
  statements: StatementsChoice;
  /** The domain; null for all of them. */
  name: string | null;
  /** Grows each time the panel was opened by a key: then it takes the focus. */
  focusCount: number;
  onBack: () => void;
}

/** The passages behind a number. */
export function StatementPanel({ choice, statements, name, focusCount, onBack }: Props) {
  const t = useTranslations("compareDominance");
  const { data, error, refetch } = useDominancePassages(choice, statements);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focusCount > 0) title.current?.focus();
  }, [focusCount]);
  return (
    // Esc leads back to the number from wherever the focus is in here.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onBack();
      }}
    >
      <h2 ref={title} tabIndex={-1}>
        {name ?? t("table.all")}, {t(`table.${statements.which ?? "statements"}`)}
      </h2>
      {error && !data ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data ? (
        <>
          <div className="disclosure-line">
            <p className="quiet small">{t("inspector.passages", { count: data.length })}</p>
            <QuotesNote passages={data} />
          </div>
          <ul className="dominance-passages">
            {data.map((passage) => (
              <li key={`${passage.source_id} ${passage.start_char} ${passage.end_char}`}>
                <PassageCard passage={passage} hasCodes />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p>
        <Button kind="plain" size="small" onPress={onBack}>
          {t("inspector.close")}
        </Button>
      </p>
    </div>
  );
}

function QuotesNote({ passages }: { passages: readonly PassageRow[] }) {
  return <DisclosureNote {...useDisclosure(namedPassages(passages))} isShort />;
}
