import { useTranslations } from "use-intl";

import { Button } from "../../../components/Button";
import type { SourceRow } from "../../../services/shapes";
import { NOTHING_CHOSEN } from "../choosing";
import { useListState } from "../list-state";
import { SetPicker } from "./SetPicker";

interface Props {
  rows: readonly SourceRow[];
  canWrite: boolean;
  onRemove: () => void;
}

/** What several sources have together, and what can be done with all of them. */
export function ManySources({ rows, canWrite, onRemove }: Props) {
  const t = useTranslations("sources.many");
  const { set } = useListState();
  const sum = (of: (row: SourceRow) => number) => rows.reduce((all, row) => all + of(row), 0);
  return (
    <div className="one-source">
      <p className="one-source-name">{t("title", { count: rows.length })}</p>
      <p className="quiet small">
        {t("size", {
          words: sum(({ words }) => words),
          done: sum(({ coded_turns }) => coded_turns),
          total: sum(({ turns_to_code }) => turns_to_code),
        })}
      </p>
      {canWrite ? (
        <>
          <h3>{t("addToSet")}</h3>
          <SetPicker sources={rows.map(({ id }) => id)} />
        </>
      ) : null}
      <p className="row one-source-remove no-print">
        <Button size="small" onPress={() => set({ chosen: NOTHING_CHOSEN })}>
          {t("clear")}
        </Button>
        {canWrite ? (
          <Button kind="danger" size="small" onPress={onRemove}>
            {t("remove", { count: rows.length })}
          </Button>
        ) : null}
      </p>
    </div>
  );
}
