/** What is selected and chosen in a text, and what can be done about it. */

import { useCallback, useMemo, useRef, useState } from "react";
import type { RefObject } from "react";
import { useTranslations } from "use-intl";
import { codedTurnsOf, positionsOf, turnsOf } from "../../components/transcript/known-places";
import type { TranscriptHandle } from "../../components/transcript/transcript-handle";
import { nextUncoded } from "../../components/transcript/turns";
import type { Span } from "../../services/address";
import type {
  CodeRow,
  CoderRow,
  SourceCodings,
  SourceText,
  SourceWhole,
} from "../../services/shapes";
import { TextPositions } from "../../services/text-positions";
import { useCodes } from "../../store/codes";
import { useDesk } from "../../store/desk";
import { rowOf } from "../../store/pending-codings";
import { useReading } from "../../store/reading";
import type { Coded, ToCode } from "../../store/reading";
import { useCanWrite, useCoders } from "../../store/study";
import { placeInHand } from "./place-in-hand";
import type { Open, Reading } from "./reading-context";
import { useLooks } from "./use-looks";

const NO_CODES: readonly CodeRow[] = [];
const NO_CODERS: readonly CoderRow[] = [];
const NOWHERE: Span = { start_char: 0, end_char: 0 };

export function useReadingState(
  source: SourceWhole,
  text: SourceText,
  stored: SourceCodings,
  transcript: RefObject<TranscriptHandle | null>,
) {
  const t = useTranslations("read.told");
  const canWrite = useCanWrite();
  const codes = useCodes().data?.codes ?? NO_CODES;
  const coders = useCoders().data ?? NO_CODERS;
  const { codings: laid, waiting, acts, you } = useReading(source.id, stored);
  const codings = laid ?? stored;
  const looks = useLooks(codes, coders, codings);
  const { lastCodes, show, busy } = useDesk();
  const [selected, setSelected] = useState(NOWHERE);
  const [chosenId, setChosen] = useState<string | null>(null);
  const [open, setOpen] = useState<Open>(null);
  const codeFirst = useRef<(() => boolean) | null>(null);

  const positions = positionsOf(text);
  const wordsAt = useCallback(
    ({ start_char, end_char }: Span) =>
      text.text.slice(positions.toUnit(start_char), positions.toUnit(end_char)),
    [text, positions],
  );
  const chosen = useMemo(() => rowOf(codings, chosenId), [codings, chosenId]);
  const place = placeInHand(selected, chosen);
  const codeInHand = looks.byId.get(chosen?.code ?? lastCodes[0] ?? "") ?? null;

  const choose: Reading["choose"] = (coding, options) => {
    setChosen(coding);
    const row = rowOf(codings, coding);
    if (!row || !options?.reveal) return;
    transcript.current?.reveal(row);
    transcript.current?.drop();
  };
  /** The new coding is the chosen one, under its own name once it has one. */
  const follow = ({ shownAs, saved }: Coded) => {
    setChosen(shownAs);
    if (!looks.isShown(you)) show({ text: t("coderHidden") });
    if (busy) show({ text: t("waitsForImport") });
    void saved.then((done) => {
      const named = done?.ids[0] ?? null;
      setChosen((now) => (now === shownAs ? named : now));
    });
  };
  const followed: typeof acts = {
    ...acts,
    code: (...coded) => {
      const on = acts.code(...coded);
      follow(on);
      return on;
    },
    codeAnew: (...coded) => {
      const on = acts.codeAnew(...coded);
      follow(on);
      return on;
    },
  };
  const tellNoSelection = () => show({ text: t("noSelection"), hint: t("noSelectionHint") });
  const applyCode = (code: string, at: ToCode | null = place) => {
    if (!canWrite) return;
    if (at)
      followed.code({ start_char: at.start_char, end_char: at.end_char, ...region(at) }, code);
    else tellNoSelection();
  };
  const reading: Reading = {
    source,
    text,
    codings,
    codes,
    code: (id) => looks.byId.get(id),
    coderName: looks.coderName,
    isShown: looks.isShown,
    canWrite,
    chosen,
    choose,
    selected,
    place,
    codeInHand,
    wordsAt,
    acts: followed,
    applyCode,
    open,
    setOpen,
    transcript,
    codeFirst,
    you,
  };
  return {
    reading,
    looks,
    waiting,
    select: (span: Span) => {
      setSelected(span);
      // Newly selected words are in hand; the coding chosen before is not.
      if (span.end_char > span.start_char) setChosen(null);
    },
    code: () => {
      if (codeFirst.current?.()) return;
      if (!place) transcript.current?.selectSentence();
      const own = transcript.current?.selection();
      const at = place ?? (own && own.text.trim() !== "" ? own : null);
      if (!at) {
        tellNoSelection();
        return;
      }
      const box = transcript.current?.selectionBox() ?? null;
      setOpen({ what: "picker", place: { start_char: at.start_char, end_char: at.end_char }, box });
    },
    nextUncoded: (): boolean => {
      const turns = turnsOf(text);
      const next = nextUncoded(turns, codedTurnsOf(text, codings), selected.start_char);
      if (next < 0) return false;
      const start_char = turns.speech[next] as number;
      const words = wordsAt({ start_char, end_char: turns.end[next] as number });
      const end_char = start_char + new TextPositions(words.trimEnd()).chars;
      transcript.current?.select({ start_char, end_char });
      transcript.current?.focus();
      return true;
    },
  };
}

const region = (at: ToCode) => (at.region ? { region: at.region } : {});
