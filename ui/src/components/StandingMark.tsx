import { useTranslations } from "use-intl";

import type { Standing } from "../services/shapes";
import "./standing-mark.css";

/** A shape for each, so that nobody needs the colour: a disc, a half one, a cross, a ring. */
const SHAPES: Record<Standing, string> = {
  supported: "M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z",
  changed: "M6 1.5L11 10.5H1z",
  contradicted: "M2 2l8 8M10 2l-8 8",
  untested: "M6 2a4 4 0 1 0 0 8 4 4 0 0 0 0-8z",
};

/** How a finding or a check stands today: a shape, and a quiet word beside it. */
export function StandingMark({ standing, isWordUnseen = false }: { standing: Standing; isWordUnseen?: boolean }) {
  const t = useTranslations("common.standing");
  return (
    <span className={`standing ${standing}`}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path d={SHAPES[standing]} />
      </svg>
      <span className={isWordUnseen ? "unseen" : undefined}>{t(standing)}</span>
    </span>
  );
}
