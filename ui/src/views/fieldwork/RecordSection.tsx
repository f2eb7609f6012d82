import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

import { Button, IconButton } from "../../components/Button";
import { Icon } from "../../components/Icon";

interface Entry {
  id: string;
  /** What it is called where it is changed or removed, such as its day. */
  name: string;
  lines: ReactNode;
  onEdit?: () => void;
  onRemove?: () => void;
}

interface Props {
  id: string;
  title: string;
  none: string;
  entries: readonly Entry[];
  add?: { label: string; run: () => void } | null;
  canWrite: boolean;
}

/** What was recorded of one sort about somebody, and the way to record more. */
export function RecordSection({ id, title, none, entries, add, canWrite }: Props) {
  const t = useTranslations("fieldwork.panel");
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {entries.length === 0 ? <p className="quiet">{none}</p> : null}
      <ul className="fw-entries">
        {entries.map(({ id: entry, name, lines, onEdit, onRemove }) => (
          <li key={entry}>
            <div>{lines}</div>
            {canWrite ? (
              <span className="fw-entry-acts">
                {onEdit ? (
                  <IconButton label={t("edit", { name })} onPress={onEdit}>
                    <Icon name="edit" />
                  </IconButton>
                ) : null}
                {onRemove ? (
                  <IconButton label={t("remove", { name })} onPress={onRemove}>
                    <Icon name="close" />
                  </IconButton>
                ) : null}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {canWrite && add ? (
        <Button size="small" onPress={add.run}>
          {add.label}
        </Button>
      ) : null}
    </section>
  );
}
