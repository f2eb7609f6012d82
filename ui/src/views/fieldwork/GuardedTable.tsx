import { useTranslations } from "use-intl";

import type { CheckedTable } from "../../services/shapes";

/** A table of participants as it may be printed: what would tell of few is hidden. */
export function GuardedTable({ table }: { table: CheckedTable }) {
  const t = useTranslations("fieldwork.release");
  return (
    <>
      <h3 id="fw-guarded">{t("table")}</h3>
      <table className="plain-table fw-table" aria-labelledby="fw-guarded">
        <thead>
          <tr>
            <td />
            {table.column_labels.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.row_labels.map((row, at) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {table.column_labels.map((column, place) => {
                const shown = table.shown[at]?.[place] ?? null;
                return <td key={column}>{shown === null ? <span className="fw-none">{t("hidden")}</span> : shown}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
