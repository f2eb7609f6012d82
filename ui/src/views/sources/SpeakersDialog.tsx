import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { ErrorNote } from "../../components/ErrorNote";
import { Loading } from "../../components/Progress";
import { VirtualList } from "../../components/VirtualList";
import { useSourceActs, useSpeakers } from "../../store/sources";
import { WhoPicker } from "./inspector/WhoPicker";

const ROW_PX = 46;

interface Props {
  canWrite: boolean;
  onClose: () => void;
}

/** Every speaker of whom it is not said who they are, in all sources. */
export function SpeakersDialog({ canWrite, onClose }: Props) {
  const t = useTranslations("sources.who");
  const { data, error, refetch } = useSpeakers();
  const { linkSpeakersByName } = useSourceActs();
  // One that is linked stays in its place while the dialog is open.
  const [seen, setSeen] = useState<readonly string[]>([]);
  const key = (each: { source_id: string; label: string }) => `${each.source_id} ${each.label}`;
  const open = (data?.speakers ?? []).filter(({ participant_id, role }) => !participant_id && !role);
  const fresh = open.map(key).filter((each) => !seen.includes(each));
  if (fresh.length > 0) setSeen([...seen, ...fresh]);
  const shown = (data?.speakers ?? []).filter((each) => seen.includes(key(each)));

  return (
    <Dialog
      title={t("title")}
      onClose={onClose}
      footer={
        <>
          {canWrite && open.length > 0 ? (
            <Button onPress={() => void linkSpeakersByName()}>{t("byName")}</Button>
          ) : null}
          <Button kind="main" onPress={onClose}>
            {t("done")}
          </Button>
        </>
      }
    >
      {error && !data ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data ? <p>{t("intro", { count: data.unlinked })}</p> : null}
      {data && data.unlinked > 0 && canWrite ? <p className="quiet small">{t("byNameHint")}</p> : null}
      {shown.length > 0 ? (
        <div className="speakers-all">
          <VirtualList items={shown} keyOf={key} estimate={ROW_PX} label={t("list")}>
            {(speaker) => (
              <div className="speakers-line">
                <span className="speaker-label">
                  {speaker.label}
                  <small>
                    {speaker.source}, {t("turns", { turns: speaker.turns })}
                  </small>
                </span>
                <WhoPicker speaker={speaker} canWrite={canWrite} />
              </div>
            )}
          </VirtualList>
        </div>
      ) : null}
    </Dialog>
  );
}
