import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Link } from "../../components/Link";
import { PassageCard } from "../../components/PassageCard";
import { sourceAddress } from "../../services/address";
import type { PassageRow } from "../../services/shapes";
import type { ChartCell } from "../../services/shapes/synthesis-chart";
import type { CellPlace } from "../../store/charting";
import { useChartActs } from "../../store/charting";
import { CellHistory } from "./CellHistory";
import type { Said } from "./use-cell-saving";

interface Props {
  cell: ChartCell;
  place: CellPlace;
  canWrite: boolean;
  /** Begin writing from the words of the passages. */
  onDraft: (text: string) => void;
  onEdit: () => void;
  onSay: (state: Said) => void;
}

/** What is beneath a cell: its passages, to be linked as quotes, and where it stands. */
export function ChartInspector({ cell, place, canWrite, onDraft, onEdit, onSay }: Props) {
  const t = useTranslations("compareFramework.cell");
  const acts = useChartActs();
  const linked = new Map(cell.quotes.map((quote) => [`${quote.source_id} ${quote.start_char} ${quote.end_char}`, quote]));
  const beneath = new Set(cell.passages.map(keyOfPassage));
  const others = [...linked].filter(([key]) => !beneath.has(key)).map(([, quote]) => quote);
  const isWritten = cell.id !== null;
  const toggle = (passage: PassageRow) => {
    const quote = linked.get(keyOfPassage(passage));
    if (quote) void acts.unlink(place, [quote.id]);
    else
      void acts.link(place, [
        { source: passage.source_id, start_char: passage.start_char, end_char: passage.end_char },
      ]);
  };
  return (
    <div className="chart-cell-panel">
      <h2>{t("title", { row: cell.row.name, column: cell.column.name })}</h2>
      <p className="quiet small">
        {t(`state.${wordOf(cell.state)}`)}
        {cell.author ? ` · ${cell.author}` : ""}
      </p>
      {cell.state === "stale" ? (
        <p className="chart-mark stale">{t("since", { new: cell.new, gone: cell.gone, changed: cell.changed })}</p>
      ) : null}
      {cell.summary ? <p className="chart-summary">{cell.summary}</p> : null}
      {cell.others.map((other) => (
        <p key={other.code} className="quiet small">
          {t("merged", { code: other.code, summary: other.summary })}
        </p>
      ))}
      {canWrite ? (
        <div className="row chart-acts">
          <Button size="small" kind="main" onPress={onEdit}>
            {isWritten ? t("edit") : t("write")}
          </Button>
          {cell.passages.length > 0 ? (
            <Button size="small" onPress={() => onDraft(cell.summary ? `${cell.summary}\n${cell.draft}` : cell.draft)}>
              {t("draft")}
            </Button>
          ) : null}
          {cell.said !== "no data" ? (
            <Button size="small" kind="plain" onPress={() => onSay("no data")}>
              {t("sayNoData")}
            </Button>
          ) : null}
          {cell.said !== "not asked" ? (
            <Button size="small" kind="plain" onPress={() => onSay("not asked")}>
              {t("sayNotAsked")}
            </Button>
          ) : null}
          {isWritten ? (
            <Button size="small" kind="plain" onPress={() => void acts.clear(place)}>
              {t("clear")}
            </Button>
          ) : null}
        </div>
      ) : null}
      <h3>{t("passages", { count: cell.passages.length })}</h3>
      {isWritten || cell.passages.length === 0 ? null : <p className="quiet small">{t("linkLater")}</p>}
      <ul className="chart-passages">
        {cell.passages.map((passage) => (
          <li key={keyOfPassage(passage)}>
            <PassageCard passage={passage} hasCodes>
              <label className="chart-check">
                <input
                  type="checkbox"
                  checked={linked.has(keyOfPassage(passage))}
                  disabled={!canWrite || !isWritten}
                  onChange={() => toggle(passage)}
                />{" "}
                {t("quote")}
              </label>
            </PassageCard>
          </li>
        ))}
      </ul>
      {others.length > 0 ? <h3>{t("others")}</h3> : null}
      <ul className="chart-passages">
        {others.map((quote) => (
          <li key={quote.id}>
            <blockquote>{quote.text || t("gone")}</blockquote>
            <p className="row small">
              <Link to={sourceAddress(quote.source_id, quote)}>{quote.source}</Link>
              {canWrite ? (
                <Button size="small" kind="plain" onPress={() => void acts.unlink(place, [quote.id])}>
                  {t("unlink")}
                </Button>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
      {cell.id ? <CellHistory id={cell.id} /> : null}
    </div>
  );
}

const keyOfPassage = (passage: { source_id: string; start_char: number; end_char: number }) =>
  `${passage.source_id} ${passage.start_char} ${passage.end_char}`;

const WORDS = {
  "not charted": "notCharted",
  charted: "charted",
  "no data": "noData",
  "not asked": "notAsked",
  stale: "stale",
} as const;
const wordOf = (state: keyof typeof WORDS) => WORDS[state];
