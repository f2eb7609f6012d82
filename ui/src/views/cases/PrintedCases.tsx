import { useTranslations } from "use-intl";

import type { CaseRow } from "../../services/shapes";
import { usePrinting } from "../../components/use-printing";
import { PERSON, SITE, cellText, isInSeveral } from "./grid-columns";
import type { Column } from "./grid-columns";
import { useKindName } from "./kind-names";

interface Props {
  rows: readonly CaseRow[];
  columns: readonly Column[];
  hasTwoSites: boolean;
}

/** The cases as a plain table, on paper only. */
export function PrintedCases({ rows, columns, hasTwoSites }: Props) {
  const t = useTranslations("cases.grid");
  const kindName = useKindName();
  if (!usePrinting()) return null;
  return (
    <div className="printed-cases">
    <table>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col">
              {column.sort === "group" ? kindName(column.kind, 1) : column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {columns.map((column) => (
              <td key={column.key}>
                {cellText(row, column)}
                {column.sort === "group" && column.kind === SITE && isInSeveral(row, SITE) ? " †" : ""}
                {column.sort === "name" && row.kind === PERSON && !row.interviewed ? (
                  <small> {t("notInterviewed")}</small>
                ) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    {hasTwoSites ? <p>† {t("twoSites")}</p> : null}
    </div>
  );
}
