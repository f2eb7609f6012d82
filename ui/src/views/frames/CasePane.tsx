import { useLocale, useTranslations } from "use-intl";

import type { FrameWhole, SelectionRow } from "../../services/shapes";
import { groupingsOf, shownCell } from "./figures";

interface Props {
  frame: FrameWhole;
  which: string;
  selections: readonly SelectionRow[];
}

/** One candidate: all that is known of it, and in which selections it is. */
export function CasePane({ frame, which, selections }: Props) {
  const t = useTranslations("frames.table");
  const locale = useLocale();
  const place = frame.cases.findIndex(({ id }) => id === which);
  const one = frame.cases[place];
  if (!one) return null;
  const words = { yes: t("yes"), no: t("no") };
  const within = selections.filter(({ chosen }) => chosen.some(({ id }) => id === which));
  return (
    <section className="frame-one" aria-label={one.label}>
      <p className="frame-one-title">{one.label}</p>
      {within.length > 0 ? (
        <p className="small">{t("chosenIn", { names: within.map(({ name }) => name).join(", ") })}</p>
      ) : null}
      <dl className="frame-facts">
        {frame.characteristics.map((each) => {
          const groups = groupingsOf(frame, each.name).flatMap((grouping) => {
            const number = grouping.of_case[place] ?? null;
            return number === null ? [] : [grouping.groups[number - 1]?.label ?? ""];
          });
          return (
            <div key={each.name}>
              <dt>{each.name}</dt>
              <dd>
                {shownCell(each.values[place] ?? null, words, locale) || <span className="quiet">{t("missing")}</span>}
                {each.unit ? ` ${each.unit}` : ""}
                {groups.length > 0 ? <span className="quiet"> ({groups.join(", ")})</span> : null}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
