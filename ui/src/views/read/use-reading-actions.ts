/** Every key of the reading view, in one place. */

import { useTranslations } from "use-intl";
import type { Action } from "../../services/keys";
import { useActions } from "../../store/actions";
import { useDesk } from "../../store/desk";
import { DECISIONS } from "./decisions";
import { inVivoName, movedSpan } from "./place-in-hand";
import type { Reading } from "./reading-context";
import { codingBeside } from "../../store/pending-codings";

interface Ways {
  reading: Reading;
  /** Select the next turn without a coding; false when there is none. */
  nextUncoded: () => boolean;
  code: () => void;
  openFind: () => void;
  correct: () => void;
  isCorrecting: boolean;
}

export function useReadingActions(ways: Ways): void {
  const t = useTranslations("read");
  const { reading, isCorrecting } = ways;
  const { canWrite, chosen, place, codeInHand, transcript, acts, setOpen } = reading;
  const { lastCodes, show } = useDesk();
  const group = t("keys.group");
  const moving = t("keys.moving");
  const deciding = t("keys.deciding");
  const tellNoSelection = () =>
    show({ text: t("told.noSelection"), hint: t("told.noSelectionHint") });
  const beside = (forward: boolean) => {
    const { codings, selected, isShown } = reading;
    const caret = forward ? selected.start_char : selected.end_char;
    const next = codingBeside(codings, chosen?.id ?? null, caret, forward, isShown);
    if (next) reading.choose(next, { reveal: true });
  };
  const inVivo = () => {
    const name = place && inVivoName(reading.wordsAt(place));
    if (!place) tellNoSelection();
    else if (name === null) show({ text: t("told.tooLong") });
    else acts.codeAnew(place, { name, origin: "in_vivo" });
  };
  const used = lastCodes.flatMap((id) => reading.code(id) ?? []);
  const writing: Action[] = [
    {
      id: "read.code",
      title: t("keys.code"),
      bar: t("keys.codeBar"),
      keys: ["c"],
      group,
      run: ways.code,
      words: "tag node",
    },
    {
      id: "read.in-vivo",
      title: t("keys.inVivo"),
      bar: t("keys.inVivoBar"),
      keys: ["v"],
      group,
      run: inVivo,
    },
    {
      id: "read.memo",
      title: t("keys.memo"),
      bar: t("keys.memoBar"),
      keys: ["m"],
      group,
      run: () => (place ? setOpen({ what: "memo", place }) : tellNoSelection()),
      words: "annotation note",
    },
    {
      id: "read.correct",
      title: t("keys.correct"),
      bar: t("keys.correctBar"),
      keys: ["e"],
      group,
      run: ways.correct,
      words: "edit",
    },
    {
      id: "read.uncode",
      title: t("keys.uncode"),
      keys: ["Delete", "Backspace"],
      group,
      run: () => {
        if (!chosen) {
          show({ text: t("told.noChosen"), hint: t("told.noChosenHint") });
          return;
        }
        reading.choose(null);
        void acts.uncode([chosen.id]);
      },
    },
    ...used.map(({ id, name }, at): Action => ({
      id: `read.last-${at + 1}`,
      title: t("keys.last", { name }),
      keys: [String(at + 1)],
      group,
      run: () => reading.applyCode(id),
    })),
    {
      id: "read.last-none",
      title: t("keys.lastNone"),
      keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9"].slice(used.length),
      group,
      unlisted: true,
      run: () => show({ text: t("told.noLast") }),
    },
    ...BOUNDARY_KEYS.map(({ id, key, end, forward }): Action => ({
      id: `read.${id}`,
      title: t(`keys.${id}`),
      keys: [key],
      group,
      disabled: !chosen || chosen.region !== null,
      run: () => {
        const moved = chosen && movedSpan(reading.text.text, chosen, end, forward);
        if (chosen && moved) void acts.change(chosen.id, moved);
      },
    })),
    ...DECISIONS.map(({ decision, key, word }): Action => ({
      id: `read.${decision}`,
      title: t(`compare.${word}`),
      keys: [key],
      group: deciding,
      disabled: !codeInHand || !place,
      run: () => setOpen({ what: "decision", decision }),
    })),
  ];
  const always: Action[] = [
    {
      id: "read.next",
      title: t("keys.next"),
      bar: t("keys.nextBar"),
      keys: ["n"],
      group,
      run: () => {
        if (!ways.nextUncoded()) show({ text: t("told.allCoded") });
      },
    },
    { id: "read.before", title: t("keys.before"), keys: ["["], group, run: () => beside(false) },
    { id: "read.after", title: t("keys.after"), keys: ["]"], group, run: () => beside(true) },
    {
      id: "read.sentence",
      title: t("keys.sentence"),
      keys: ["."],
      group: moving,
      run: () => transcript.current?.selectSentence(),
    },
    {
      id: "read.turn",
      title: t("keys.turn"),
      keys: ["t"],
      group: moving,
      run: () => transcript.current?.selectTurn(),
    },
    {
      id: "read.snap",
      title: t("keys.snap"),
      keys: ["b"],
      group: moving,
      run: () => transcript.current?.snap(),
    },
    {
      id: "read.focus",
      title: t("keys.focus"),
      keys: ["g"],
      group: moving,
      run: () => transcript.current?.focus(),
    },
    ...TEXT_KEYS.map(({ id, keys }): Action => ({
      id: `read.${id}`,
      title: t(`keys.${id}`),
      keys,
      group: moving,
      disabled: true,
      run: () => undefined,
    })),
  ];
  const find: Action = {
    id: "read.find",
    title: t("keys.find"),
    keys: ["Mod+f"],
    group: moving,
    everywhere: true,
    run: ways.openFind,
  };
  useActions(isCorrecting ? [find] : [...(canWrite ? writing : []), ...always, find]);
}

/** Brackets open to the outside, arrowheads point to the inside. */
const BOUNDARY_KEYS = [
  { id: "startLess", key: "(", end: "start", forward: false },
  { id: "startMore", key: ">", end: "start", forward: true },
  { id: "endLess", key: "<", end: "end", forward: false },
  { id: "endMore", key: ")", end: "end", forward: true },
] as const;

/** Keys that the text itself answers while it has the focus: here they are only told. */
const TEXT_KEYS = [
  { id: "byWord", keys: ["Mod+ArrowRight"] },
  { id: "bySentence", keys: ["Alt+ArrowDown"] },
  { id: "byTurn", keys: ["Mod+ArrowDown"] },
  { id: "enter", keys: ["Enter"] },
  { id: "drop", keys: ["Escape"] },
] as const;
