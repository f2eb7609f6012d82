import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { DisclosureNote } from "../../components/DisclosureNote";
import { ErrorNote } from "../../components/ErrorNote";
import { Link } from "../../components/Link";
import { PassageCard } from "../../components/PassageCard";
import { Loading } from "../../components/Progress";
import { addressOf } from "../../services/address";
import type { Matrix } from "../../services/shapes";
import { useDisclosure } from "../../store/disclosure";
import { useMatrixCell } from "../../store/matrix";
import type { MatrixChoice } from "../../store/matrix";
import { ALL_LABEL, hasOf } from "./figures";
import type { CellPlace } from "./use-comparison";

interface Props {
  choice: MatrixChoice;
  matrix: Matrix;
  cell: CellPlace;
  /** Grows each time the panel was opened by a key: then it takes the focus. */
  focusCount: number;
  onBack: () => void;
}

/** The passages behind a number, and who of those asked did not say it. */
export function CellInspector({ choice, matrix, cell, focusCount, onBack }: Props) {
  const t = useTranslations("compare.cell");
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useMatrixCell(choice, cell);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focusCount > 0) title.current?.focus();
  }, [focusCount]);

  const row = matrix.rows.find(({ label }) => label === cell.row);
  const column = matrix.columns.find(({ label }) => label === cell.column);
  const names = { row: row?.name ?? ALL_LABEL, column: column?.name ?? ALL_LABEL };
  const first = data?.pages[0];
  const passages = data?.pages.flatMap(({ items }) => items) ?? [];
  const words = first
    ? hasOf(matrix) && first.of !== null
      ? t("titleOf", { ...names, value: first.value, of: first.of })
      : t("title", { ...names, value: first.value })
    : `${names.row}, ${names.column}`;

  return (
    // Esc leads back to the cell from wherever the focus is in here.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="compare-cell"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onBack();
      }}
    >
      <h2 ref={title} tabIndex={-1}>
        {words}
      </h2>
      {error && !first ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
      {!first && !error ? <Loading /> : null}
      {first ? (
        <>
          <div className="disclosure-line">
            <p className="quiet small">{t("passages", { total: first.total ?? passages.length })}</p>
            <QuotesNote choice={choice} cell={cell} />
          </div>
          <ul className="compare-passages">
            {passages.map((passage) => (
              <li key={`${passage.source_id} ${passage.start_char} ${passage.end_char}`}>
                <PassageCard passage={passage} />
              </li>
            ))}
          </ul>
          {hasNextPage ? (
            <Button size="small" isDisabled={isFetchingNextPage} onPress={() => void fetchNextPage()}>
              {t("more")}
            </Button>
          ) : null}
          <People title={t("didNot")} names={first.did_not} />
          <People title={t("said")} names={first.who} />
          <p className="row compare-cell-foot">
            {row?.id && choice.rows?.startsWith("code") ? (
              <Link to={addressOf("code", row.id)}>{t("openCode")}</Link>
            ) : null}
            <Button kind="plain" size="small" onPress={onBack}>
              {t("close")}
            </Button>
          </p>
        </>
      ) : null}
    </div>
  );
}

function QuotesNote({ choice, cell }: Pick<Props, "choice" | "cell">) {
  return <DisclosureNote {...useDisclosure({ cell: { ...choice, ...cell } })} isShort />;
}

function People({ title, names }: { title: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <section>
      <h3>
        {title} <span className="compare-count">{names.length}</span>
      </h3>
      <p>{names.join(", ")}</p>
    </section>
  );
}
