import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

import { Button, IconButton } from "../../components/Button";
import { Icon } from "../../components/Icon";

export interface RecordRow {
  id: string;
  /** What it is called where it is changed or removed. */
  name: string;
  /** The first heads the row. */
  cells: readonly ReactNode[];
  onEdit: () => void;
  onRemove: () => void;
}

interface Props {
  id: string;
  title: string;
  heads: readonly string[];
  rows: readonly RecordRow[];
  /** What is said while there are none. */
  none: string;
  add: { label: string; run: () => void };
  canWrite: boolean;
}

/** Records of one sort as a table, with the ways to add, change and remove them. */
export function RecordTable({ id, title, heads, rows, none, add, canWrite }: Props) {
  const t = useTranslations("fieldwork.panel");
  const records = useTranslations("fieldwork.records");
  return (
    <section aria-labelledby={id}>
      <div className="fw-section-head">
        <h2 id={id}>
          {title} {rows.length > 0 ? <span className="fw-count">{rows.length}</span> : null}
        </h2>
        {canWrite ? (
          <span className="no-print">
            <Button size="small" onPress={add.run}>
              {add.label}
            </Button>
          </span>
        ) : null}
      </div>
      {rows.length === 0 ? (
        <p className="quiet fw-sentence">{none}</p>
      ) : (
        <table className="plain-table fw-records">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              {canWrite ? (
                <th scope="col" className="no-print">
                  <span className="unseen">{records("acts")}</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                {row.cells.map((cell, at) =>
                  at === 0 ? (
                    <th key={at} scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td key={at}>{cell}</td>
                  ),
                )}
                {canWrite ? (
                  <td className="fw-row-acts no-print">
                    <IconButton label={t("edit", { name: row.name })} onPress={row.onEdit}>
                      <Icon name="edit" />
                    </IconButton>
                    <IconButton label={t("remove", { name: row.name })} onPress={row.onRemove}>
                      <Icon name="close" />
                    </IconButton>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
