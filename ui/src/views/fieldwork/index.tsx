/** The fieldwork: how far everybody is, who was recruited, who led to whom, and what is to do. */
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { EmptyState } from "../../components/EmptyState";
import { ErrorNote } from "../../components/ErrorNote";
import { Header } from "../../components/Header";
import { Inspector } from "../../components/Inspector";
import { Link } from "../../components/Link";
import { Loading } from "../../components/Progress";
import { focusAfterDialog } from "../../components/focus-after-dialog";
import type { BoardPerson } from "../../services/shapes";
import { useActions } from "../../store/actions";
import { useDesk } from "../../store/desk";
import { useBoard, useFieldworkFile } from "../../store/fieldwork";
import { useCanWrite } from "../../store/study";
import { Board } from "./Board";
import type { ChosenBy } from "./Board";
import { FieldworkTools } from "./FieldworkTools";
import { Guides } from "./Guides";
import { PersonPanel } from "./PersonPanel";
import type { PersonDialog } from "./PersonPanel";
import { Records } from "./Records";
import { Recruitment } from "./Recruitment";
import { Referrals } from "./Referrals";
import { Release } from "./Release";
import { ToDo } from "./ToDo";
import { WithdrawDialog } from "./WithdrawDialog";
import { Withdrawn } from "./Withdrawn";
import { useFieldworkAddress } from "./use-fieldwork-address";
import type { Tab } from "./use-fieldwork-address";
import "./fieldwork.css";

const NOBODY: BoardPerson[] = [];
/** Approvals and guides are there before anybody is found. */
const OF_PEOPLE: readonly Tab[] = ["board", "recruitment", "referrals"];
const IN_HAND = '.fw-person[tabindex="0"]';

export default function FieldworkView() {
  const t = useTranslations("fieldwork");
  const [at, change] = useFieldworkAddress();
  const { data, error, refetch } = useBoard();
  const canWrite = useCanWrite();
  const [dialog, open] = useState<PersonDialog | null>(null);
  const [leaving, setLeaving] = useState<BoardPerson | null>(null);
  const body = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const wordOf = useFieldworkFile();
  const people = data?.people ?? NOBODY;
  const who = people.find(({ id }) => id === at.person) ?? null;
  const isEmpty = data !== undefined && people.length === 0;

  const toBoard = () => body.current?.querySelector<HTMLElement>(IN_HAND)?.focus();
  const choose = (person: string, how: ChosenBy = "click") => {
    change({ person });
    // Keys that pass over the board leave a narrow page as it is.
    if (how === "passing") return;
    useDesk.getState().set({ isInspectorOpen: true, isInspectorOver: true });
    if (how === "key") requestAnimationFrame(() => panel.current?.focus({ preventScroll: true }));
  };
  // Once a dialog is gone from the page the focus is where it was opened from, or on the board.
  const isAsking = dialog !== null || leaving !== null;
  const wasAsking = useRef(false);
  useEffect(() => {
    if (wasAsking.current && !isAsking)
      focusAfterDialog(() => panel.current ?? body.current?.querySelector<HTMLElement>(IN_HAND));
    wasAsking.current = isAsking;
  }, [isAsking]);
  const group = t("title");
  const recording = { group, disabled: !canWrite || who === null };
  useActions([
    { id: "fieldwork-board", title: t("act.board"), keys: ["t"], bar: t("bar.board"), group, disabled: at.tab !== "board" || isEmpty, run: toBoard },
    { id: "fieldwork-contact", title: t("panel.addContact"), keys: ["k"], bar: t("bar.contact"), ...recording, run: () => open({ name: "contact", contact: null }) },
    { id: "fieldwork-consent", title: t("panel.addConsent"), keys: ["e"], bar: t("bar.consent"), ...recording, run: () => open({ name: "consent", consent: null }) },
    { id: "fieldwork-interview", title: t("panel.addInterview"), keys: ["i"], bar: t("bar.interview"), ...recording, run: () => open({ name: "interview", interview: null }) },
  ]);

  return (
    <>
      <Header title={t("title")}>
        <span className="row no-print">
          <Button size="small" onPress={() => window.print()}>
            {t("print")}
          </Button>
          {!isEmpty && (at.tab === "board" || at.tab === "recruitment") ? (
            <a className="button small" href={wordOf(at.tab)} download>
              {t("word")}
            </a>
          ) : null}
        </span>
      </Header>
      <div className="view">
        <div className="view-body fieldwork" ref={body}>
          {error && !data ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
          {!data && !error ? <Loading /> : null}
          {data ? (
            <>
              <FieldworkTools at={at} people={people} onNarrow={change} />
              {isEmpty && OF_PEOPLE.includes(at.tab) ? (
                <EmptyState title={t("empty.title")} action={<Link to="/cases">{t("empty.step")}</Link>}>
                  <p>{t("empty.text")}</p>
                </EmptyState>
              ) : null}
              {!isEmpty && at.tab === "board" ? <Board people={people} filter={at} chosen={at.person} onChoose={choose} /> : null}
              {at.tab === "board" ? <Withdrawn canWrite={canWrite} /> : null}
              {!isEmpty && at.tab === "recruitment" ? <Recruitment /> : null}
              {!isEmpty && at.tab === "referrals" ? <Referrals onChoose={choose} /> : null}
              {at.tab === "records" ? <Records people={people} canWrite={canWrite} /> : null}
              {at.tab === "guides" ? <Guides canWrite={canWrite} /> : null}
              {at.tab === "release" ? <Release canWrite={canWrite} /> : null}
              {at.tab === "todo" ? <ToDo onChoose={choose} /> : null}
            </>
          ) : null}
        </div>
        {who === null && (isEmpty || at.tab !== "board") ? null : (
          <Inspector label={t("inspector")}>
            {who ? (
              // Esc leads back to the board from wherever the focus is in here.
              // eslint-disable-next-line jsx-a11y/no-static-element-interactions
              <div
                ref={panel}
                tabIndex={-1}
                className="fw-panel"
                onKeyDown={(event) => {
                  // One in a dialog over it comes by here too, and closes that alone.
                  if (event.key !== "Escape" || !event.currentTarget.contains(event.target as Node)) return;
                  event.stopPropagation();
                  useDesk.getState().set({ isInspectorOver: false });
                  toBoard();
                }}
              >
                <PersonPanel key={who.id} who={who} people={people} canWrite={canWrite} dialog={dialog} onOpen={open} onWithdraw={() => setLeaving(who)} />
              </div>
            ) : (
              <div className="fw-hint">
                <p>{t("panel.none")}</p>
                <p className="quiet">{t("panel.keys")}</p>
              </div>
            )}
          </Inspector>
        )}
      </div>
      {leaving ? (
        <WithdrawDialog
          person={leaving}
          onLook={(person) => change({ person })}
          onClose={() => setLeaving(null)}
        />
      ) : null}
    </>
  );
}
