import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { DateText } from "../../components/DateText";
import { useFieldworkActs, useWithdrawals } from "../../store/fieldwork";

/** Those who took their consent back: only that they did is told, and it can be lifted. */
export function Withdrawn({ canWrite }: { canWrite: boolean }) {
  const t = useTranslations("fieldwork.withdraw");
  const { data = [] } = useWithdrawals();
  const { liftWithdrawal } = useFieldworkActs();
  if (data.length === 0) return null;
  return (
    <section className="fw-withdrawn" aria-label={t("label")}>
      <p className="small">{t("count", { count: data.length })}</p>
      <ul className="small">
        {data.map(({ participant, day, reason }) => (
          <li key={participant}>
            {day ? <DateText at={day} /> : t("noDay")}
            {reason ? `, ${reason}` : null}
            {canWrite ? (
              <Button kind="plain" size="small" onPress={() => void liftWithdrawal(participant)}>
                {t("lift")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
