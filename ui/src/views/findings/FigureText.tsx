import { useTranslations } from "use-intl";

import type { CheckRow } from "../../services/shapes";
import { isChanged } from "./figures";
import type { Figure } from "./figures";

/** What a figure was when it was accepted, and what it is today: “was 17 of 32, now 16 of 32”. */
export function FigureText({ check }: { check: CheckRow }) {
  const t = useTranslations("findings.check");
  const figure = ({ value, of, against }: Figure): string => {
    if (value === null) return t("noFigure");
    const told = of === null ? t("figure", { value }) : t("figureOf", { value, of });
    return against ? t("figureAgainst", { figure: told, other: figure(against) }) : told;
  };
  if (!check.was || !isChanged(check)) return null;
  return <>{t("wasNow", { was: figure(check.was), now: figure(check) })}</>;
}
