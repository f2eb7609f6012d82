import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Field } from "../../components/Field";
import type { GridWhole, JudgementRow } from "../../services/shapes/synthesis-chart";
import { useGridActs } from "../../store/grids";
import { useCanWrite, useStudy } from "../../store/study";
import { EvidenceFinder } from "./EvidenceFinder";
import { EvidenceList } from "./EvidenceList";
import { MARKS, lookOf } from "./statuses";

interface Props {
  whole: GridWhole;
  place: { row: string; column: string };
  only: string | null;
  /** The wave that is judged; null: once for all. */
  wave: string | null;
  /** Judge this case. */
  onCase: (id: string) => void;
}

/** Your judgement of a cell, its evidence, and what others judged. */
export function CellPanel({ whole, place, only, wave, onCase }: Props) {
  const t = useTranslations("compareGrids.cell");
  const { data: study } = useStudy();
  const { grid, cases } = whole;
  const row = grid.rows.find(({ key }) => key === place.row);
  const column = grid.columns.find(({ key }) => key === place.column);
  const isReady = only !== null || grid.case_kind === null;
  const here = whole.judgements.filter(
    (each) => each.row === place.row && each.column === place.column && (only === null || each.case === only),
  );
  const mine = isReady ? here.find(({ rater_name }) => rater_name === study?.person) : undefined;
  const others = here.filter((each) => each !== mine);
  if (!row || !column) return null;
  return (
    <div className="grids-panel">
      <h2>
        {row.name}, {column.name}
      </h2>
      {row.description ? <p className="quiet small">{row.description}</p> : null}
      {isReady ? (
        <Form key={mine ? `${mine.id} ${mine.status} ${mine.reason}` : "new"} whole={whole} place={place} only={only} wave={wave} mine={mine} />
      ) : (
        <>
          <p>{t("whichCase", { kind: grid.case_kind ?? "" })}</p>
          <ul className="grids-cases">
            {cases.map(({ id, name }) => (
              <li key={id}>
                <Button size="small" onPress={() => onCase(id)}>
                  {name}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {mine ? (
        <>
          <EvidenceList judgement={mine} isMine />
          <EvidenceFinder judgement={mine} />
        </>
      ) : null}
      {others.length > 0 ? <h3>{t("others")}</h3> : null}
      {others.map((each) => (
        <Other key={each.id} whole={whole} judgement={each} />
      ))}
    </div>
  );
}

function Form({ whole, place, only, wave, mine }: Omit<Props, "onCase"> & { mine: JudgementRow | undefined }) {
  const t = useTranslations("compareGrids.cell");
  const acts = useGridActs();
  const canWrite = useCanWrite();
  const { grid } = whole;
  const [status, setStatus] = useState(mine?.status ?? "");
  const [reason, setReason] = useState(mine?.reason ?? "");
  const save = () => {
    if (status) void acts.judge(grid.id, { ...place, status, reason, ...(only ? { case: only } : {}), ...(wave ? { wave } : {}) });
  };
  if (!canWrite && !mine) return null;
  return (
    <form
      className="grids-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <fieldset disabled={!canWrite}>
        <legend>{t("yours")}</legend>
        {grid.statuses.map(({ key, name }) => (
          <label key={key} className="grids-option">
            <input type="radio" name="status" value={key} checked={status === key} onChange={() => setStatus(key)} />
            <span className={`grids-status ${lookOf(grid, key)}`}>
              <span aria-hidden="true">{MARKS[lookOf(grid, key)]}</span> {name}
            </span>
          </label>
        ))}
        <Field
          label={t("reason")}
          value={reason}
          onChange={setReason}
          rows={4}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
              event.preventDefault();
              save();
            }
          }}
        />
        <div className="row">
          <Button kind="main" size="small" type="submit" isDisabled={!status || !canWrite}>
            {t("save")}
          </Button>
          {mine && canWrite ? (
            <Button size="small" kind="plain" onPress={() => void acts.takeBack(mine.id)}>
              {t("takeBack")}
            </Button>
          ) : null}
        </div>
        {mine ? null : <p className="quiet small">{t("evidenceLater")}</p>}
      </fieldset>
    </form>
  );
}

function Other({ whole, judgement }: { whole: GridWhole; judgement: JudgementRow }) {
  const look = lookOf(whole.grid, judgement.status);
  return (
    <article className="grids-other">
      <p>
        <span className={`grids-status ${look}`}>
          <span aria-hidden="true">{MARKS[look]}</span> {judgement.status_name}
        </span>{" "}
        <span className="quiet small">
          {[judgement.case_name, judgement.rater_name].filter(Boolean).join(", ")}
        </span>
      </p>
      {judgement.reason ? <p>{judgement.reason}</p> : null}
      <EvidenceList judgement={judgement} />
    </article>
  );
}
