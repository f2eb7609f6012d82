import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";

import type { FrameColumn, FrameGroups, FrameWhole } from "../../services/shapes";
import { useRuleMoves } from "../../store/frames";
import { Legend } from "./AboutFrame";
import { DotPlot } from "./DotPlot";
import { groupingsOf, shownNumber } from "./figures";

interface Props {
  frame: FrameWhole;
  chosen: ReadonlySet<string>;
}

/** Each number of the frame in a plot, with its groups in words and as a table. */
export function Plots({ frame, chosen }: Props) {
  const t = useTranslations("frames.plots");
  const numbers = frame.characteristics.filter((column) => column.is_number);
  if (numbers.length === 0) return <p className="quiet frame-plots">{t("none")}</p>;
  return (
    <div className="frame-plots">
      <p className="quiet small">
        <span className="frame-key chosen" aria-hidden="true" /> {t("keyChosen")}{" "}
        <span className="frame-key" aria-hidden="true" /> {t("keyOther")} {t("keyCut")}
      </p>
      {numbers.map((column) => (
        <OnePlot key={column.name} frame={frame} column={column} chosen={chosen} />
      ))}
    </div>
  );
}

function OnePlot({ frame, column, chosen }: Props & { column: FrameColumn }) {
  const t = useTranslations("frames.plots");
  const grouping = groupingsOf(frame, column.name)[0] ?? null;
  const named = frame.cases.flatMap(({ id, label }) => (chosen.has(id) ? [label] : []));
  const unknown = column.values.filter((value) => value === null).length;
  return (
    <section aria-label={column.name}>
      <h2>
        {column.name} {column.unit ? <small>{column.unit}</small> : null}
      </h2>
      <DotPlot frame={frame} column={column} grouping={grouping} chosen={chosen} />
      {unknown > 0 ? <p className="quiet small">{t("unknown", { count: unknown })}</p> : null}
      {named.length > 0 ? <p className="quiet small">{t("chosen", { names: named.join(", ") })}</p> : null}
      {grouping ? (
        <>
          <Legend grouping={grouping} />
          {grouping.rule === "bands" ? null : <Moves frame={frame} grouping={grouping} />}
        </>
      ) : null}
      <AsTable frame={frame} column={column} grouping={grouping} chosen={chosen} />
    </section>
  );
}

/** Which cases the other rule of equal number would put elsewhere. */
function Moves({ frame, grouping }: { frame: FrameWhole; grouping: FrameGroups }) {
  const t = useTranslations("frames.plots");
  const locale = useLocale();
  const { data } = useRuleMoves(
    frame.id,
    {
      characteristic: grouping.characteristic,
      groups: grouping.groups.length,
      most_first: grouping.first === "highest",
    },
    grouping.groups.length > 1,
  );
  if (!data) return null;
  const labelled = (number: string | null) =>
    number === null ? t("noGroup") : (grouping.groups[Number(number) - 1]?.label ?? number);
  if (data.moves.length === 0) return <p className="quiet small">{t("agree")}</p>;
  return (
    <div className="small">
      <p className="frame-warning">{t("disagree", { count: data.moves.length })}</p>
      <ul>
        {data.moves.map((move) => (
          <li key={move.id}>
            {t("move", {
              name: move.label,
              value: move.value === null ? "" : shownNumber(move.value, locale),
              from: labelled(move.from_group),
              to: labelled(move.to_group),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface TableProps extends Props {
  column: FrameColumn;
  grouping: FrameGroups | null;
}

/** The same as a table: what a picture shows must be read without it too. */
function AsTable({ frame, column, grouping, chosen }: TableProps) {
  const t = useTranslations("frames.plots");
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const rows = frame.cases
    .map(({ id, label }, place) => ({ id, label, value: column.values[place] ?? null, group: grouping?.of_case[place] ?? null }))
    .sort((a, b) => Number(a.value ?? Infinity) - Number(b.value ?? Infinity));
  return (
    <details className="small no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("asTable")}</summary>
      {isOpen ? (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t("case")}</th>
              <th scope="col">{column.name}</th>
              {grouping ? <th scope="col">{grouping.name}</th> : null}
              <th scope="col">{t("isChosen")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.label}</th>
                <td>{typeof row.value === "number" ? shownNumber(row.value, locale) : t("noValue")}</td>
                {grouping ? <td>{row.group === null ? t("noGroup") : grouping.groups[row.group - 1]?.label}</td> : null}
                <td>{chosen.has(row.id) ? t("yes") : ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </details>
  );
}
