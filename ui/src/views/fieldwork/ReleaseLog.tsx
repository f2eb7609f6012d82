import { useState } from "react";
import { useTranslations } from "use-intl";

import { DateText } from "../../components/DateText";
import { ErrorNote } from "../../components/ErrorNote";
import { Loading } from "../../components/Progress";
import type { ReleaseRow } from "../../services/shapes";
import { useFileClick } from "../../store/disclosure";
import { releaseFile, useReleaseActs, useReleases } from "../../store/releases";
import { RecordTable } from "./RecordTable";
import { ReleaseDialog } from "./ReleaseDialog";

const KINDS = ["quotes", "table", "profile", "report", "archive"] as const;

interface Props {
  canWrite: boolean;
  onRecord: () => void;
}

/** What left the study, when and to whom. */
export function ReleaseLog({ canWrite, onRecord }: Props) {
  const t = useTranslations("fieldwork.release");
  const { data: releases, error, refetch } = useReleases();
  const { remove } = useReleaseActs();
  const [changed, setChanged] = useState<ReleaseRow | null>(null);
  const onFile = useFileClick();
  if (error && !releases) return <ErrorNote error={error} onAgain={() => void refetch()} />;
  if (!releases) return <Loading />;
  const kind = (word: string) => (KINDS.some((each) => each === word) ? t(`kind.${word as "quotes"}`) : word);
  return (
    <>
      <RecordTable
        id="fw-releases"
        title={t("log")}
        none={t("noReleases")}
        heads={[t("name"), t("day"), t("recipient"), t("held"), t("file")]}
        canWrite={canWrite}
        add={{ label: t("record"), run: onRecord }}
        rows={releases.map((each) => ({
          id: each.id,
          name: each.name,
          cells: [
            <span key="name">
              {each.name}
              <span className="quiet small fw-under">{[kind(each.kind), each.note].filter(Boolean).join(": ")}</span>
            </span>,
            each.day ? <DateText key="day" at={each.day} /> : null,
            each.recipient,
            t("holds", { quotes: each.quotes, tables: each.tables, people: each.participants.length }),
            <a key="file" href={releaseFile(each.id)} onClick={onFile} className="no-print">
              {t("word")}
            </a>,
          ],
          onEdit: () => setChanged(each),
          onRemove: () => void remove(each.id),
        }))}
      />
      {changed ? (
        <ReleaseDialog leaving={{ hasTable: false }} quotes={changed.quotes} release={changed} onClose={() => setChanged(null)} />
      ) : null}
    </>
  );
}
