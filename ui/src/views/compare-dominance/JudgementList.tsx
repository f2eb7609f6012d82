import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button, IconButton } from "../../components/Button";
import { DateText } from "../../components/DateText";
import { Icon } from "../../components/Icon";
import { useDominanceActs } from "../../store/dominance";
import type { Dominance, DominanceJudgement } from "../../store/dominance";
import { useCanWrite } from "../../store/study";
import { JudgeDialog } from "./JudgeDialog";

/** Who judged the cause, when, on which conditions; and what stands otherwise now. */
export function JudgementList({ answer }: { answer: Dominance }) {
  const t = useTranslations("compareDominance.judgements");
  const canWrite = useCanWrite();
  const [isJudging, setJudging] = useState(false);
  return (
    <section aria-labelledby="dominance-judgements">
      <h2 id="dominance-judgements">{t("title")}</h2>
      {answer.judgements.length === 0 ? <p className="quiet">{t("none")}</p> : null}
      <ul className="dominance-judgements">
        {answer.judgements.map((judgement) => (
          <Judgement key={judgement.id} judgement={judgement} />
        ))}
      </ul>
      {canWrite ? (
        <Button size="small" onPress={() => setJudging(true)}>
          {t("judge")}
        </Button>
      ) : null}
      {isJudging ? <JudgeDialog answer={answer} onClose={() => setJudging(false)} /> : null}
    </section>
  );
}

function Judgement({ judgement }: { judgement: DominanceJudgement }) {
  const t = useTranslations("compareDominance.judgements");
  const conditions = useTranslations("compareDominance.conditions");
  const canWrite = useCanWrite();
  const { remove } = useDominanceActs();
  const { id, verdict, judge, judged_ms, reason, changed } = judgement;
  const stood = judgement.conditions
    .filter(({ number }) => number !== null)
    .map(({ key, number, of }) => `${conditions(key)}: ${of === null ? number : conditions("ofMany", { number: number ?? 0, of })}`);
  return (
    <li>
      <p>
        <strong>{t(`verdict.${verdict === "not dominant" ? "notDominant" : verdict === "dominant" ? "dominant" : "undecided"}`)}</strong>
        , {t("by", { judge })} <DateText at={judged_ms} />
        {canWrite ? (
          <IconButton label={t("remove")} onPress={() => void remove(id)}>
            <Icon name="close" />
          </IconButton>
        ) : null}
      </p>
      {reason ? <p className="dominance-reason">{reason}</p> : null}
      <p className="quiet small">{t("when", { conditions: stood.join("; ") })}</p>
      {changed === null ? <p className="dominance-changed">{t("domainsGone")}</p> : null}
      {changed && changed.length > 0 ? (
        <p className="dominance-changed">
          {t("changed", { conditions: changed.map((key) => conditions(key)).join(", ") })}
        </p>
      ) : null}
    </li>
  );
}
