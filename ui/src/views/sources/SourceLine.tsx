import type { CSSProperties, MouseEvent, ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";

import { Chip } from "../../components/Chip";
import { DateText } from "../../components/DateText";
import { Link } from "../../components/Link";
import { Progress } from "../../components/Progress";
import { sourceAddress } from "../../services/address";
import type { SourceRow } from "../../services/shapes";
import { NameField } from "./NameField";
import { useFormatText } from "./format-text";
import type { Column } from "./ordering";

interface Props {
  id: string;
  row: SourceRow;
  /** Its place in the grid, the head being the first. */
  number: number;
  columns: readonly Column[];
  isChosen: boolean;
  isAt: boolean;
  isRenaming: boolean;
  style?: CSSProperties;
  onChoose: (event: MouseEvent) => void;
  onOpen: () => void;
  onRename: (name: string) => Promise<boolean>;
  onRenamed: () => void;
}

/** One source in the list: a click chooses it, its name or a double click opens it. */
export function SourceLine(props: Props) {
  const { id, row, number, columns, isChosen, isAt, isRenaming, style } = props;
  const t = useTranslations("sources");
  const intl = useFormatter();
  const format = useFormatText();

  const cells: Record<Column, () => ReactNode> = {
    name: () =>
      isRenaming ? (
        <NameField
          label={t("rename", { source: row.name })}
          name={row.name}
          onSave={props.onRename}
          onClose={props.onRenamed}
        />
      ) : (
        <Link
          to={sourceAddress(row.id)}
          tabIndex={-1}
          className="sources-name"
          title={row.name}
          onClick={(event) => {
            // With Shift a row is chosen; with Ctrl the browser opens a tab of its own.
            if (event.shiftKey) event.preventDefault();
            else event.stopPropagation();
          }}
        >
          {row.name}
        </Link>
      ),
    who: () => <Who row={row} />,
    format: () => format.of(row),
    words: () => intl.number(row.words),
    coded: () => <Coded row={row} />,
    language: () => row.language,
    date: () => (row.date ? <DateText at={row.date} /> : null),
  };
  return (
    // The grid has the focus and its keys; the row takes the pointer.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="row"
      aria-rowindex={number}
      aria-selected={isChosen}
      className={`sources-row sources-line${isAt ? " at" : ""}`}
      {...(style ? { style } : {})}
      onClick={props.onChoose}
      onDoubleClick={props.onOpen}
    >
      {columns.map((column) => (
        <div
          key={column}
          role={column === "name" ? "rowheader" : "gridcell"}
          className={`cell-${column}${column === "words" ? " number" : ""}`}
        >
          {cells[column]()}
        </div>
      ))}
    </div>
  );
}

function Who({ row }: { row: SourceRow }) {
  const people = row.participants.map(({ name }) => name).join(", ");
  const sites = [...row.groups].sort((a, b) => Number(b.kind === "site") - Number(a.kind === "site"));
  const all = [people, ...sites.map(({ name }) => name)].filter(Boolean).join(", ");
  return (
    <span className="sources-who" title={all}>
      {people ? <span>{people}</span> : null}
      {sites.map(({ id, name, kind }) => (
        <Chip key={id} tone={kind === "site" ? "accent" : "plain"}>
          {name}
        </Chip>
      ))}
    </span>
  );
}

function Coded({ row }: { row: SourceRow }) {
  const t = useTranslations("sources");
  const { coded_turns: done, turns_to_code: total } = row;
  if (total === 0) return <span className="quiet">{t("noTurns")}</span>;
  return (
    <span className="sources-coded">
      <Progress done={done} total={total} label={t("codedLabel", { source: row.name })} />
      <span className="quiet small">{t("codedOf", { done, total })}</span>
    </span>
  );
}
