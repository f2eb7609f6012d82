import { useState } from "react";
import { useTranslations } from "use-intl";

import { Button } from "../../components/Button";
import { address } from "../../services/address";
import { begunOn, dayOf, daysBefore } from "../../services/days";
import { useAsOf } from "../../store/asking";
import { useGo } from "../../store/desk-actions";
import { useStudy } from "../../store/study";
import { DayField } from "./DayField";

/** The way to the study as it was on a day. */
export function EarlierBar() {
  const t = useTranslations("history.earlier");
  const asOf = useAsOf();
  const go = useGo();
  const { data: study } = useStudy();
  const now = new Date();
  const yesterday = daysBefore(now, 1);
  const begun = study ? begunOn(study.id) : null;
  const isDay = asOf !== null && !asOf.includes(":");
  const [day, setDay] = useState(isDay ? asOf : "");
  const choices = [
    { id: "yesterday", day: yesterday },
    { id: "week", day: daysBefore(now, 7) },
    // Before it was begun there was nothing to see.
  ].filter((choice) => begun === null || choice.day >= begun);
  const see = (moment: string) => go(address("/", { as_of: moment }));
  return (
    <form
      className="history-bar no-print"
      aria-label={t("label")}
      onSubmit={(event) => {
        event.preventDefault();
        if (day) see(day);
      }}
    >
      <DayField label={t("day")} value={day} latest={dayOf(now)} onChange={setDay} />
      <Button size="small" type="submit" isDisabled={!day}>
        {t("see")}
      </Button>
      <span className="row">
        {choices.map(({ id, day: of }) => (
          <Button key={id} size="small" kind="plain" onPress={() => see(of)}>
            {t(id as "yesterday" | "week")}
          </Button>
        ))}
        {begun !== null && begun < dayOf(now) ? (
          <Button size="small" kind="plain" onPress={() => see(begun)}>
            {t("begun")}
          </Button>
        ) : null}
      </span>
    </form>
  );
}
