import { useImperativeHandle, useRef } from "react";
import type { KeyboardEvent, Ref } from "react";
import { useLocale, useTranslations } from "use-intl";

import type { Qca, QcaRow, QcaSet } from "../../store/qca";
import { figure } from "./figures";

const MOST_NAMES = 24; // the panel of a row has all

export interface TruthTableHandle {
  focus: () => void;
}

interface Props {
  qca: Qca;
  /** The number of the row that is open. */
  open: number | null;
  isOld: boolean;
  onOpen: (row: number, options: { byKey: boolean }) => void;
  ref?: Ref<TruthTableHandle>;
}

/** One row a combination; its number opens the cases and their passages. */
export function TruthTable({ qca, open, isOld, onOpen, ref }: Props) {
  const t = useTranslations("compareQca.table");
  const body = useRef<HTMLTableSectionElement>(null);
  const conditions = qca.sets.slice(0, -1);
  const inTurn = qca.rows.some(({ number }) => number === open) ? open : (qca.rows[0]?.number ?? null);
  const buttons = () => [...(body.current?.querySelectorAll("button") ?? [])];
  useImperativeHandle(ref, () => ({
    focus: () => buttons().find(({ tabIndex }) => tabIndex === 0)?.focus(),
  }));
  const move = (event: KeyboardEvent) => {
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    all[Math.max(0, Math.min(all.length - 1, to))]?.focus();
  };
  return (
    <div className={`qca-scroll${isOld ? " old" : ""}`}>
      <table className="plain-table qca-truth">
        <caption className="unseen">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("row")}</th>
            {conditions.map(({ name }) => (
              <th key={name} scope="col" className="middle">
                {name}
              </th>
            ))}
            <th scope="col" className="middle" title={qca.outcome}>
              {t("out")}
            </th>
            <th scope="col" className="number">
              {t("cases")}
            </th>
            <th scope="col" className="number">
              {t("inclusion")}
            </th>
            <th scope="col" className="number">
              PRI
            </th>
            <th scope="col">{t("who", { outcome: qca.outcome })}</th>
          </tr>
        </thead>
        {/* Arrow keys go from row to row; each row has a button of its own. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <tbody ref={body} onKeyDown={move}>
          {qca.rows.map((row) => (
            <Row
              key={row.number}
              row={row}
              conditions={conditions}
              isOpen={row.number === open}
              isInTurn={row.number === inTurn}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  row: QcaRow;
  conditions: readonly QcaSet[];
  isOpen: boolean;
  isInTurn: boolean;
  onOpen: Props["onOpen"];
}

function Row({ row, conditions, isOpen, isInTurn, onOpen }: RowProps) {
  const t = useTranslations("compareQca.table");
  const locale = useLocale();
  const standing = { positive: "1", negative: "0", "too few": "?" }[row.standing];
  return (
    <tr className={`${row.standing === "positive" ? "positive" : ""}${isOpen ? " open" : ""}`}>
      <th scope="row">
        <button
          type="button"
          className="qca-row"
          tabIndex={isInTurn ? 0 : -1}
          aria-pressed={isOpen}
          aria-label={t("open", { number: row.number, text: row.text })}
          onClick={(event) => onOpen(row.number, { byKey: event.detail === 0 })}
        >
          {row.number}
        </button>
        {row.contradictory ? (
          <span className="qca-mark" title={t("contradictoryTitle")}>
            {t("contradictory")}
          </span>
        ) : null}
      </th>
      {conditions.map((each, at) => (
        <td key={each.name} className={`middle${row.levels[at] === 0 ? " none" : ""}`}>
          {row.levels[at]}
        </td>
      ))}
      <td className="middle out" title={t(`standing.${standingKey(row)}`)}>
        {standing}
      </td>
      <td className="number">{row.cases.length}</td>
      <td className="number">{figure(row.inclusion, locale)}</td>
      <td className="number">{figure(row.pri, locale)}</td>
      <td>
        {row.cases.slice(0, MOST_NAMES).map((each, at) => (
          <span key={each.id}>
            {at > 0 ? ", " : ""}
            {each.has_outcome ? <strong>{each.name}</strong> : <span className="quiet">{each.name}</span>}
          </span>
        ))}
        {row.cases.length > MOST_NAMES ? ` ${t("moreCases", { count: row.cases.length - MOST_NAMES })}` : null}
      </td>
    </tr>
  );
}

const standingKey = (row: QcaRow) => (row.standing === "too few" ? "tooFew" : row.standing);
