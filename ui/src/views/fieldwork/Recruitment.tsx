import { useFormatter, useTranslations } from "use-intl";

import { EmptyState } from "../../components/EmptyState";
import { ErrorNote } from "../../components/ErrorNote";
import { Loading } from "../../components/Progress";
import { Failure } from "../../services/failure";
import type { FieldworkTable, RecruitmentPage } from "../../services/shapes";
import { useRecruitment } from "../../store/fieldwork";
import { FieldworkPage } from "./FieldworkPage";
import { ResponseRates } from "./ResponseRates";

/** Who was recruited where, what came of asking, and how long the interviews were. */
export function Recruitment() {
  const t = useTranslations("fieldwork.recruitment");
  const tabs = useTranslations("fieldwork.tabs");
  const format = useFormatter();
  const { data, error, refetch } = useRecruitment();
  if (error instanceof Failure && error.slug === "field-not-found")
    return (
      <EmptyState title={t("noFields")}>
        <p>{t("noFieldsText")}</p>
      </EmptyState>
    );
  if (error && !data) return <ErrorNote error={error} onAgain={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <FieldworkPage label={tabs("recruitment")}>
      <section aria-labelledby="fw-recruited">
        <h2 id="fw-recruited">{t("table")}</h2>
        <RecruitmentTable table={data.table} />
        <p className="quiet small">{t("once")}</p>
        {data.several.map(({ participant, sites, counted_in: site }) => (
          <p key={participant} className="quiet small">
            {site === null
              ? t("severalNone", { name: participant, sites: sites.join(", ") })
              : t("several", { name: participant, sites: sites.join(", "), site })}
          </p>
        ))}
        {emptyByRow(data.empty).map(({ row, columns }) => (
          <p key={row} className="fw-warning small">
            {t("emptyCells", { row, columns: format.list(columns, { type: "disjunction" }) })}
          </p>
        ))}
      </section>
      <ResponseRates rates={data.rates} />
      <Lengths lengths={data.lengths} />
    </FieldworkPage>
  );
}

/** The empty cells of each row together. */
function emptyByRow(cells: RecruitmentPage["empty"]): { row: string; columns: string[] }[] {
  const rows = [...new Set(cells.map(({ row }) => row))];
  return rows.map((row) => ({ row, columns: cells.filter((each) => each.row === row).map(({ column }) => column) }));
}

function RecruitmentTable({ table }: { table: FieldworkTable }) {
  const t = useTranslations("fieldwork.recruitment");
  const cell = (count: number) => (count === 0 ? <span className="fw-none">{t("nobody")}</span> : count);
  return (
    <table className="plain-table fw-table">
      <thead>
        <tr>
          <th scope="col">{t("site")}</th>
          {table.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          <th scope="col">{t("all")}</th>
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, at) => (
          <tr key={row}>
            <th scope="row">{row}</th>
            {table.columns.map((column, place) => (
              <td key={column}>{cell(table.cells[at]?.[place] ?? 0)}</td>
            ))}
            <td className="fw-margin">{table.row_totals[at]}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("all")}</th>
          {table.columns.map((column, place) => (
            <td key={column}>{table.column_totals[place]}</td>
          ))}
          <td>{table.total}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function Lengths({ lengths }: { lengths: RecruitmentPage["lengths"] }) {
  const t = useTranslations("fieldwork.recruitment");
  const format = useFormatter();
  const all = lengths.at(-1);
  const minutes = (length: number | null) =>
    length === null ? "" : t("minutes", { minutes: Math.round(length * 10) / 10 });
  return (
    <section aria-labelledby="fw-lengths">
      <h2 id="fw-lengths">{t("lengths")}</h2>
      {!all || all.interviews === 0 ? (
        <p className="quiet">{t("noLengths")}</p>
      ) : (
        <table className="plain-table fw-table">
          <thead>
            <tr>
              <th scope="col">{t("group")}</th>
              <th scope="col">{t("interviews")}</th>
              <th scope="col">{t("mean")}</th>
              <th scope="col">{t("median")}</th>
              <th scope="col">{t("shortest")}</th>
              <th scope="col">{t("longest")}</th>
              <th scope="col">{t("unknown")}</th>
            </tr>
          </thead>
          <tbody>
            {lengths.map((each) => (
              <tr key={each.group ?? ""} className={each.group === null ? "fw-all" : undefined}>
                <th scope="row">{each.group ?? t("all")}</th>
                <td>{format.number(each.interviews)}</td>
                <td>{minutes(each.mean)}</td>
                <td>{minutes(each.median)}</td>
                <td>{minutes(each.shortest)}</td>
                <td>{minutes(each.longest)}</td>
                <td>{each.missing === 0 ? <span className="fw-none">0</span> : format.number(each.missing)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
