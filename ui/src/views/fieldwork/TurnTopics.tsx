import { useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { ErrorNote } from "../../components/ErrorNote";
import { Link } from "../../components/Link";
import { Loading } from "../../components/Progress";
import { Select } from "../../components/Select";
import { sourceAddress } from "../../services/address";
import type { GuideRow, TurnTopic } from "../../services/shapes";
import { useActions } from "../../store/actions";
import { useGuideActs, useSourceTopics } from "../../store/guides";
import { useSources } from "../../store/sources";
import { FieldworkPage } from "./FieldworkPage";
import { TurnTopicRow } from "./TurnTopicRow";

const NONE: TurnTopic[] = [];

interface Props {
  source: string;
  guide: GuideRow;
  canWrite: boolean;
  onSource: (source: string | null) => void;
}

/** What each of the interviewer's turns was on: suggestions are confirmed or rejected one by one. */
export function TurnTopics({ source, guide, canWrite, onSource }: Props) {
  const t = useTranslations("fieldwork.guides");
  const view = useTranslations("fieldwork");
  const { data: turns = NONE, error, isPending, refetch } = useSourceTopics(source, guide.id);
  const { data: sources } = useSources();
  const { confirm, reject, takeBack, judge } = useGuideActs();
  const [resting, setResting] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  const inHand = Math.min(resting, turns.length - 1);
  const turn = turns[inHand];
  const suggested = turns.filter(({ standing }) => standing === "suggested");

  const rowAt = (row: number) => list.current?.querySelector<HTMLElement>(`[data-row="${row}"]`);
  const goTo = (row: number) => {
    if (!turns[row]) return;
    setResting(row);
    rowAt(row)?.focus();
  };
  /** The next one that waits for an answer, or the one below. */
  const goOn = (from: number) => {
    const next = turns.findIndex(({ standing }, row) => row > from && standing === "suggested");
    goTo(next === -1 ? Math.min(from + 1, turns.length - 1) : next);
  };
  const say = (how: typeof confirm, which: TurnTopic | undefined, topic: string | null | undefined) => {
    if (!which || !topic) return;
    void how(source, { guide: guide.id, turns: [{ at: which.start_char, topic }] });
    if (which.standing === "suggested") goOn(turns.indexOf(which));
  };
  const group = view("title");
  const canSay = canWrite && turn?.topic !== null && turn !== undefined;
  useActions([
    { id: "topic-confirm", title: t("act.confirm"), keys: ["y"], bar: t("bar.confirm"), group, disabled: !canSay || turn.standing === "confirmed", run: () => say(confirm, turn, turn?.topic) },
    { id: "topic-reject", title: t("act.reject"), keys: ["n"], bar: t("bar.reject"), group, disabled: !canSay || turn.standing === "rejected", run: () => say(reject, turn, turn?.topic) },
    { id: "topic-back", title: t("act.takeBack"), keys: ["Backspace", "Delete"], bar: t("bar.takeBack"), group, disabled: !canWrite || !turn?.link, run: () => void takeBack([turn?.link ?? ""]) },
  ]);
  const onKeyDown = (event: KeyboardEvent) => {
    const row = Number((event.target as HTMLElement).dataset["row"] ?? Number.NaN);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (Number.isNaN(row) || step === undefined) return;
    event.preventDefault();
    goTo(row + step);
  };

  return (
    <FieldworkPage label={t("turns")}>
      <section aria-labelledby="fw-turns">
        <div className="fw-section-head no-print">
          <Button size="small" onPress={() => onSource(null)}>
            {t("back")}
          </Button>
          <Select
            label={t("source")}
            value={source}
            options={(sources?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={onSource}
          />
          <Link to={sourceAddress(source, turn ?? null)} className="small">
            {t("read")}
          </Link>
          <span className="spacer" />
          {canWrite && suggested.length > 0 ? (
            <Button
              size="small"
              onPress={() =>
                void confirm(source, {
                  guide: guide.id,
                  turns: suggested.map((each) => ({ at: each.start_char, topic: each.topic ?? "" })),
                })
              }
            >
              {t("confirmAll", { count: suggested.length })}
            </Button>
          ) : null}
        </div>
        <h2 id="fw-turns">{t("turnsOf", { guide: guide.name, version: guide.version ?? "" })}</h2>
        <p className="quiet small fw-sentence no-print">{t("turnsHow")}</p>
        {error ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
        {isPending ? <Loading /> : null}
        {!isPending && !error && turns.length === 0 ? <p className="quiet">{t("noTurns")}</p> : null}
        {/* Arrow keys go from turn to turn, whichever has the focus. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <ol ref={list} className="fw-turns" onKeyDown={onKeyDown}>
          {turns.map((each, row) => (
            <TurnTopicRow
              key={`${each.turn} ${each.topic ?? ""}`}
              turn={each}
              topics={guide.topics}
              row={row}
              isInHand={row === inHand}
              canWrite={canWrite}
              onFocus={() => setResting(row)}
              onConfirm={(topic) => say(confirm, each, topic)}
              onReject={() => say(reject, each, each.topic)}
              onTakeBack={() => void takeBack([each.link ?? ""])}
              onJudge={(answer) => void judge([each.link ?? ""], answer)}
            />
          ))}
        </ol>
      </section>
    </FieldworkPage>
  );
}
