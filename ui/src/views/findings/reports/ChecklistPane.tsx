import { useRef, useState } from "react";
import { useTranslations } from "use-intl";

import { ErrorNote } from "../../../components/ErrorNote";
import { Loading, Progress } from "../../../components/Progress";
import type { Checklist, ChecklistItem, ItemStanding } from "../../../services/shapes";
import { useActions } from "../../../store/actions";
import { useChecklist } from "../../../store/reports";
import type { ChecklistName } from "../../../store/reports";
import { ChecklistLine } from "./ChecklistLine";
import { ReportHead } from "./ReportHead";

const STANDINGS: readonly ItemStanding[] = ["asked", "filled", "answered", "not applicable"];

interface Props {
  checklist: ChecklistName;
  canWrite: boolean;
}

/** A reporting checklist: filled where the study knows, the rest to be answered. */
export function ChecklistPane({ checklist, canWrite }: Props) {
  const t = useTranslations("reports");
  const { data, error, refetch } = useChecklist(checklist);
  return (
    <article className="report-sheet">
      <ReportHead name={checklist}>
        {data ? (
          <p className="quiet" lang="en">
            {data.title}. <span className="report-citation">{data.citation}.</span>
          </p>
        ) : (
          <p className="quiet">{t(`report.${checklist}.text`)}</p>
        )}
      </ReportHead>
      {error && !data ? <ErrorNote error={error} onAgain={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data ? <Items name={checklist} checklist={data} canWrite={canWrite} /> : null}
    </article>
  );
}

interface ItemsProps {
  name: ChecklistName;
  checklist: Checklist;
  canWrite: boolean;
}

function Items({ name, checklist: { items }, canWrite }: ItemsProps) {
  const t = useTranslations("reports");
  const list = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<ItemStanding | null>(null);
  // What is answered while it is listed stays where it is until another list is chosen.
  const [listed, setListed] = useState<ReadonlySet<number>>(new Set());
  const choose = (standing: ItemStanding | null) => {
    setWanted(standing);
    setListed(new Set(items.filter((item) => item.standing === standing).map(({ number }) => number)));
  };
  const shown = items.filter(({ number, standing }) => wanted === null || standing === wanted || listed.has(number));
  const count = (standing: ItemStanding) => items.filter((item) => item.standing === standing).length;
  const toAnswer = count("asked");
  const goToNext = () => nextToAnswer(list.current)?.focus();
  useActions([
    { id: "next-to-answer", title: t("checklist.nextTitle"), keys: ["n"], bar: t("checklist.next"), group: t("label"), disabled: !canWrite || toAnswer === 0, run: goToNext },
  ]);
  const done = items.length - toAnswer;
  return (
    <>
      <div className="checklist-told">
        <p role="status">{toAnswer === 0 ? t("checklist.allDone") : t("checklist.counts", { done, of: items.length })}</p>
        <Progress label={t("checklist.progress")} done={done} total={items.length} />
      </div>
      <div className="checklist-filter no-print" role="group" aria-label={t("checklist.filter")}>
        <button type="button" aria-pressed={wanted === null} onClick={() => choose(null)}>
          {t("checklist.all")} <strong>{items.length}</strong>
        </button>
        {STANDINGS.map((standing) => (
          <button key={standing} type="button" aria-pressed={wanted === standing} onClick={() => choose(standing)}>
            {t(`item.standing.${standing}`)} <strong>{count(standing)}</strong>
          </button>
        ))}
      </div>
      <div ref={list}>
        {shown.length === 0 ? <p className="quiet checklist-none">{t("checklist.none")}</p> : null}
        {parted(shown).map(({ part, items: some }) => (
          <section key={part} className="checklist-part">
            <h3 lang="en">{part}</h3>
            <ol>
              {some.map((item) => (
                <ChecklistLine key={item.number} checklist={name} item={item} canWrite={canWrite} />
              ))}
            </ol>
          </section>
        ))}
      </div>
    </>
  );
}

/** The items under their parts, in the order of the checklist. */
function parted(items: readonly ChecklistItem[]): { part: string; items: ChecklistItem[] }[] {
  const parts = new Map<string, ChecklistItem[]>();
  for (const item of items) parts.set(item.part, [...(parts.get(item.part) ?? []), item]);
  return [...parts].map(([part, some]) => ({ part, items: some }));
}

/** The button of the next item to answer after the one with the focus, and from the top after the last. */
function nextToAnswer(list: HTMLElement | null): HTMLElement | undefined {
  const buttons = [...(list?.querySelectorAll<HTMLElement>(".checklist-line.asked .checklist-act button") ?? [])];
  const here = document.activeElement;
  const isAfter = (button: HTMLElement) =>
    here !== null && (here.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return buttons.find((button) => button !== here && isAfter(button)) ?? buttons[0];
}
