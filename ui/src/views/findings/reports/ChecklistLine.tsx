import { useRef } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../../components/Button";
import { Link } from "../../../components/Link";
import type { ChecklistItem } from "../../../services/shapes";
import type { ChecklistName } from "../../../store/reports";
import { AnswerForm } from "./AnswerForm";
import { draftOf, useAnswerDraft } from "./answer-drafts";
import { whence } from "./whence";

interface Props {
  checklist: ChecklistName;
  item: ChecklistItem;
  canWrite: boolean;
}

/** One item: what it asks, what the study knows of it, and what somebody answered. */
export function ChecklistLine({ checklist, item, canWrite }: Props) {
  const t = useTranslations("reports.item");
  const places = useTranslations("reports.place");
  const [draft, setDraft] = useAnswerDraft(`${checklist} ${item.number}`);
  const line = useRef<HTMLLIElement>(null);
  const from = whence(item.told_by);
  const { number, name, asks, known, text, place, standing } = item;
  const hasAnswer = text !== null || place !== null || !item.applies;
  const act = t(hasAnswer ? "change" : known.length > 0 ? "add" : "answer");
  const close = () => {
    setDraft(null);
    requestAnimationFrame(() => line.current?.querySelector<HTMLElement>(".checklist-act button")?.focus());
  };
  return (
    <li ref={line} className={`checklist-line ${standing === "not applicable" ? "aside" : standing}`} data-number={number}>
      <span className="checklist-number">{number}</span>
      <div className="checklist-body">
        <div className="checklist-name">
          <h4 lang="en">{name}</h4>
          <span className="checklist-standing">{t(`standing.${standing}`)}</span>
        </div>
        <p className="checklist-asks" lang="en">
          {asks}
        </p>
        {text ? <p className="checklist-text">{text}</p> : null}
        {place ? <p className="quiet small">{t("place", { place })}</p> : null}
        {known.length > 0 ? (
          <div className="checklist-known">
            <p className="checklist-label">
              {t("known")}
              {from ? <Link to={from.to}>{t("from", { place: places(from.place) })}</Link> : null}
            </p>
            {known.map((sentence, index) => (
              <p key={index} lang="en">
                {sentence}
              </p>
            ))}
          </div>
        ) : null}
        {draft && canWrite ? (
          <AnswerForm checklist={checklist} item={item} draft={draft} onChange={setDraft} onClose={close} />
        ) : canWrite ? (
          <span className="checklist-act no-print">
            <Button
              size="small"
              kind={standing === "asked" ? "quiet" : "plain"}
              aria-label={t("actOf", { act, number, name })}
              onPress={() => setDraft(draftOf(item))}
            >
              {act}
            </Button>
          </span>
        ) : null}
      </div>
    </li>
  );
}
