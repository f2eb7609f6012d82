import type { CSSProperties } from "react";
import { useFormatter, useTranslations } from "use-intl";

import { Chip } from "../../components/Chip";
import type { OperationRow } from "../../services/shapes";

const DAY = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
const TIME = { hour: "2-digit", minute: "2-digit" } as const;

/** The day that the lines below it were done on. */
export function DayLine({ day, style }: { day: string; style: CSSProperties }) {
  const format = useFormatter();
  return (
    <div className="history-date" role="presentation" style={style}>
      {format.dateTime(new Date(`${day}T12:00`), DAY)}
    </div>
  );
}

interface Props {
  id: string;
  operation: OperationRow;
  isChosen: boolean;
  position: number;
  total: number;
  style: CSSProperties;
  onChoose: () => void;
}

/** One operation: who did what and when, and what became of it. */
export function OperationLine({ id, operation, isChosen, position, total, style, onChoose }: Props) {
  const t = useTranslations("history.list");
  const format = useFormatter();
  const { person, sentence, wall_ms, undone } = operation;
  return (
    // The list that it stands in has the keys.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      aria-posinset={position}
      aria-setsize={total}
      className={`history-line${undone ? " undone" : ""}`}
      style={style}
      onClick={onChoose}
    >
      <time dateTime={new Date(wall_ms).toISOString()}>{format.dateTime(new Date(wall_ms), TIME)}</time>
      <span className="history-what" title={sentence}>
        <b>{person ?? t("somebody")}</b> <span className="history-said">{sentence}</span>
      </span>
      <OperationMarks operation={operation} />
    </div>
  );
}

/** Undone, come with a merge, by a clock that ran ahead. */
export function OperationMarks({ operation: { undone, merge, future } }: { operation: OperationRow }) {
  const t = useTranslations("history.list");
  return (
    <span className="history-marks">
      {undone ? <Chip>{t("undone")}</Chip> : null}
      {merge !== null ? <Chip tone="accent">{t("merge", { merge })}</Chip> : null}
      {future ? <Chip tone="warn">{t("future")}</Chip> : null}
    </span>
  );
}
