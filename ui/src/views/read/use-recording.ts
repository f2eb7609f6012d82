/** The recording beside a transcript: what is heard, and whether the text follows it. */

import { useRef, useState } from "react";
import type { RefObject } from "react";
import { useTranslations } from "use-intl";
import type { MediaHandle } from "../../components/media/MediaBar";
import type { TranscriptHandle } from "../../components/transcript/transcript-handle";
import { turnsOf } from "../../components/transcript/known-places";
import { turnAt, turnAtMoment } from "../../components/transcript/turns";
import type { SourceText, SourceWhole } from "../../services/shapes";
import { useActions } from "../../store/actions";

export function useRecording(
  source: SourceWhole,
  text: SourceText,
  transcript: RefObject<TranscriptHandle | null>,
) {
  const t = useTranslations("read.keys");
  const player = useRef<MediaHandle>(null);
  const [heard, setHeard] = useState(-1);
  const [isFollowing, setFollowing] = useState(true);
  const turns = turnsOf(text);
  const group = t("listening");

  const playHere = () => {
    const caret = transcript.current?.selection().start_char ?? 0;
    for (let turn = turnAt(turns, caret); turn >= 0; turn--) {
      const start = turns.startMs[turn];
      if (start !== null && start !== undefined) {
        player.current?.playFrom(start);
        return;
      }
    }
  };
  useActions(
    source.media
      ? [
          {
            id: "read.play",
            title: t("playPause"),
            keys: ["k"],
            group,
            run: () => player.current?.toggle(),
          },
          {
            id: "read.back",
            title: t("back"),
            keys: ["j"],
            group,
            run: () => player.current?.skip(-5),
          },
          {
            id: "read.ahead",
            title: t("ahead"),
            keys: ["l"],
            group,
            run: () => player.current?.skip(5),
          },
          { id: "read.here", title: t("here"), keys: ["h"], group, run: playHere },
          {
            id: "read.follow",
            title: t("follow"),
            keys: ["f"],
            group,
            run: () => setFollowing(!isFollowing),
          },
        ]
      : [],
  );
  return {
    player,
    heard,
    isFollowing,
    setFollowing,
    play: source.media ? (milliseconds: number) => player.current?.playFrom(milliseconds) : null,
    toggle: source.media ? () => player.current?.toggle() : null,
    heardAt: (milliseconds: number) => {
      const turn = turnAtMoment(turns, milliseconds);
      if (turn === heard) return;
      setHeard(turn);
      if (!isFollowing || turn < 0) return;
      const start_char = turns.speech[turn] as number;
      transcript.current?.reveal({ start_char, end_char: start_char });
    },
  };
}
