import { useMemo } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../../components/Button";
import { Progress } from "../../../components/Progress";
import type { SourceRow } from "../../../services/shapes";
import { useSpeakers } from "../../../store/sources";
import { useFormatText } from "../format-text";
import { useListState } from "../list-state";

/** What there is as long as nothing is chosen: the kinds, how far the coding is, who speaks. */
export function AllSources({ rows, onSpeakers }: { rows: readonly SourceRow[]; onSpeakers: () => void }) {
  const t = useTranslations("sources");
  const format = useFormatText();
  const { set } = useListState();
  const { data: speakers } = useSpeakers();
  const { kinds, done, total, uncoded } = useMemo(() => {
    const counts = new Map<string, number>();
    for (const row of rows) counts.set(format.of(row), (counts.get(format.of(row)) ?? 0) + 1);
    return {
      kinds: [...counts].sort((a, b) => b[1] - a[1]),
      done: rows.reduce((all, row) => all + row.coded_turns, 0),
      total: rows.reduce((all, row) => all + row.turns_to_code, 0),
      uncoded: rows.filter(({ codings }) => codings === 0).length,
    };
  }, [rows, format]);
  return (
    <div className="one-source">
      <p className="one-source-name">{t("none.title")}</p>
      <p className="quiet small">{t("none.hint")}</p>
      <h3>{t("none.coded")}</h3>
      <p className="row">
        <Progress done={done} total={total} label={t("none.coded")} />
        <span>{t("none.codedText", { done, total })}</span>
      </p>
      <p className="row quiet small">
        {t("none.uncoded", { count: uncoded })}
        {uncoded > 0 ? (
          <Button size="small" kind="plain" onPress={() => set({ filter: t("foundUnder.uncoded") })}>
            {t("none.showUncoded")}
          </Button>
        ) : null}
      </p>
      <h3>{t("none.kinds")}</h3>
      <ul className="one-source-facts">
        {kinds.map(([kind, count]) => (
          <li key={kind}>
            <span>{kind}</span> <span>{count}</span>
          </li>
        ))}
      </ul>
      <h3>{t("none.speakers")}</h3>
      {speakers?.unlinked === 0 ? <p className="quiet small">{t("none.allLinked")}</p> : null}
      {speakers && speakers.unlinked > 0 ? (
        <p className="row">
          {t("who.unlinked", { count: speakers.unlinked })}
          <Button size="small" onPress={onSpeakers}>
            {t("whoSpeaks")}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
