import { useTranslations } from "use-intl";

import { Button } from "../../../components/Button";
import { useSourceActs, useSpeakers } from "../../../store/sources";
import { WhoPicker } from "./WhoPicker";

/** The labels of a source, and who speaks under each. */
export function SpeakersOf({ source, canWrite }: { source: string; canWrite: boolean }) {
  const t = useTranslations("sources");
  const { data } = useSpeakers(source);
  const { linkSpeakersByName } = useSourceActs();
  if (!data) return null;
  return (
    <>
      <h3>{t("one.speakers")}</h3>
      {data.speakers.length === 0 ? <p className="quiet small">{t("one.noSpeakers")}</p> : null}
      <ul className="speakers">
        {data.speakers.map((speaker) => (
          <li key={speaker.label}>
            <span className="speaker-label">
              {speaker.label}
              <small>{t("who.says", { turns: speaker.turns, words: speaker.words ?? 0 })}</small>
            </span>
            <WhoPicker speaker={speaker} canWrite={canWrite} />
          </li>
        ))}
      </ul>
      {data.unlinked > 0 ? <p className="quiet small">{t("one.unlinkedHint")}</p> : null}
      {data.unlinked > 0 && canWrite ? (
        <p className="row">
          <Button size="small" onPress={() => void linkSpeakersByName()}>
            {t("who.byName")}
          </Button>
        </p>
      ) : null}
    </>
  );
}
