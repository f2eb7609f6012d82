import { useFormatter, useTranslations } from "use-intl";

import type { OperationRow } from "../../services/shapes";

const WHEN = { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" } as const;

/** The list on paper: everything that is loaded, as a table. */
export function PrintedHistory({ operations, total }: { operations: readonly OperationRow[]; total: number | null }) {
  const t = useTranslations("history");
  const format = useFormatter();
  return (
    <div className="history-printed">
      <table>
        <thead>
          <tr>
            <th scope="col">{t("printed.when")}</th>
            <th scope="col">{t("printed.who")}</th>
            <th scope="col">{t("printed.what")}</th>
          </tr>
        </thead>
        <tbody>
          {operations.map(({ operation, wall_ms, person, sentence, undone }) => (
            <tr key={operation}>
              <td>{format.dateTime(new Date(wall_ms), WHEN)}</td>
              <td>{person ?? t("list.somebody")}</td>
              <td>
                {sentence}
                {undone ? ` (${t("list.undone")})` : ""}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {total !== null && total > operations.length ? (
        <p className="quiet">{t("printed.part", { shown: operations.length, total })}</p>
      ) : null}
    </div>
  );
}
