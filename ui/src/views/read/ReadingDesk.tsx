/** The reading view of one source, once its text and codings are here. */

import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../components/Button";
import { Kbd } from "../../components/Kbd";
import { MediaBar } from "../../components/media/MediaBar";
import { Transcript } from "../../components/transcript/Transcript";
import type { TranscriptHandle } from "../../components/transcript/transcript-handle";
import type { SourceCodings, SourceText, SourceWhole } from "../../services/shapes";
import { useActions } from "../../store/actions";
import { useDesk } from "../../store/desk";
import { useSelectedPassage } from "../../store/passage-in-hand";
import { mediaAddress } from "../../store/sources";
import { AskBeforeLeaving } from "./AskBeforeLeaving";
import { CodersMenu } from "./CodersMenu";
import { CorrectionBar } from "./CorrectionBar";
import { CorrectionDialogs } from "./CorrectionDialogs";
import { FindBar } from "./FindBar";
import { OpenOver } from "./OpenOver";
import { PagesPanel } from "./PagesPanel";
import { ReadHeader } from "./ReadHeader";
import { ReadInspector } from "./ReadInspector";
import { ReadingContext } from "./reading-context";
import { useArrival } from "./use-arrival";
import { useCorrection } from "./use-correction";
import { useReadingActions } from "./use-reading-actions";
import { useReadingState } from "./use-reading-state";
import { useRecording } from "./use-recording";

type PagesShown = "off" | "beside" | "instead";
const NEXT_SHOWN = { off: "beside", beside: "instead", instead: "off" } as const;

interface Props {
  source: SourceWhole;
  text: SourceText;
  stored: SourceCodings;
}

export function ReadingDesk({ source, text, stored }: Props) {
  const t = useTranslations("read");
  const transcript = useRef<TranscriptHandle>(null);
  const { reading, looks, waiting, select, nextUncoded, code } = useReadingState(
    source,
    text,
    stored,
    transcript,
  );
  const { codings, chosen, choose } = reading;
  const correction = useCorrection(source.id, { text, codings }, transcript);
  const [isFinding, setFinding] = useState(false);
  const show = useDesk((desk) => desk.show);
  useArrival(transcript, choose);
  const { place, wordsAt } = reading;
  useSelectedPassage(() =>
    place && !correction.isCorrecting
      ? { ...place, source: source.id, source_name: source.name, text: wordsAt(place) }
      : null,
  );
  useReadingActions({
    reading,
    nextUncoded,
    code,
    openFind: () => setFinding(true),
    correct: correction.start,
    isCorrecting: correction.isCorrecting,
  });
  const recording = useRecording(source, text, transcript);
  const [pages, setPages] = useState<PagesShown>(source.kind === "picture" ? "instead" : "off");
  const hasPages = source.has_original && (source.kind === "pdf" || source.kind === "picture");
  useActions(
    hasPages
      ? [
          {
            id: "read.pages",
            title: t("keys.pages"),
            keys: ["o"],
            group: t("pages.button"),
            run: () => setPages(NEXT_SHOWN[pages]),
          },
        ]
      : [],
  );
  const { shown } = correction;
  return (
    // While the words change, nothing is coded by where they stood.
    <ReadingContext.Provider
      value={correction.isCorrecting ? { ...reading, canWrite: false } : reading}
    >
      <ReadHeader source={source} text={text} codings={codings}>
        {hasPages ? (
          <Button size="small" onPress={() => setPages(NEXT_SHOWN[pages])}>
            {t(`pages.shown.${pages}`)} <Kbd keys="o" />
          </Button>
        ) : null}
        <CodersMenu
          coders={looks.codersHere}
          isSideBySide={looks.isSideBySide}
          onSideBySide={looks.setSideBySide}
        />
      </ReadHeader>
      <div className="view read">
        <div className="read-work">
          <CorrectionBar correction={correction} />
          {isFinding ? <FindBar onClose={() => setFinding(false)} /> : null}
          <div className={`read-panes pages-${hasPages ? pages : "off"}`}>
            <Transcript
              handle={transcript}
              label={t("transcript", { name: source.name })}
              text={shown.text}
              codings={shown.codings}
              codeLook={looks.codeLook}
              coderName={looks.coderName}
              you={reading.you}
              isShown={looks.isShown}
              dateText={looks.dateText}
              columns={looks.columns}
              waiting={waiting}
              chosen={chosen?.id ?? null}
              heard={recording.heard}
              correcting={correction.isCorrecting}
              language={source.language ?? "en"}
              words={{
                play: (time) => t("play", { time }),
                stripe: (look, coders) =>
                  t("stripe", { code: look.code, coders: coders || "none", date: look.date }),
              }}
              onSelect={select}
              onCoding={(id) => choose(id)}
              onPlay={recording.play}
              onToggle={recording.toggle}
              onDropCode={(dropped, place) => {
                if (place.end_char > place.start_char) reading.applyCode(dropped, place);
                else show({ text: t("drag.nothingSelected") });
              }}
              onEdit={correction.edited}
              onResize={
                reading.canWrite ? (id, place) => void reading.acts.change(id, place) : null
              }
            />
            {hasPages && pages !== "off" ? <PagesPanel codeLook={looks.codeLook} /> : null}
          </div>
          {source.media ? (
            <MediaBar
              handle={recording.player}
              address={mediaAddress(source.id)}
              isVideo={source.kind === "video"}
              format={source.format}
              isFollowing={recording.isFollowing}
              onFollow={recording.setFollowing}
              onMoment={recording.heardAt}
            />
          ) : null}
        </div>
        <ReadInspector />
      </div>
      <OpenOver />
      <CorrectionDialogs correction={correction} />
      {correction.isUnsaved ? <AskBeforeLeaving onAsk={correction.keep} /> : null}
    </ReadingContext.Provider>
  );
}
