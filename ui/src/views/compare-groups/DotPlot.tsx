import { useMemo } from "react";
import { useTranslations } from "use-intl";

import { dotsOf } from "./contrast-rows";
import type { ContrastRow } from "./contrast-rows";

const ROW = 20;
const NAMES = 190;
const LINE = 240;
const FOOT = 34;
const MOST = 20;

/** Log-odds on a line; filled where the test tells the difference from chance. */
export function DotPlot({ rows, title, group }: { rows: readonly ContrastRow[]; title: string; group: string }) {
  const t = useTranslations("compareGroups.plot");
  const { dots, greatest } = useMemo(() => dotsOf(rows, MOST), [rows]);
  const height = dots.length * ROW;
  const middle = NAMES + LINE / 2;
  if (dots.length === 0) return null;
  return (
    <figure className="figures-drawing">
      <figcaption>{t("caption", { count: dots.length })}</figcaption>
      <svg
        className="grp-plot"
        viewBox={`0 0 ${NAMES + LINE + 12} ${height + FOOT}`}
        style={{ maxWidth: NAMES + LINE + 12 }}
        role="img"
        aria-label={t("says", { title })}
      >
        <line className="grp-zero" x1={middle} x2={middle} y1={0} y2={height} />
        {dots.map(({ label, at, participants, isToldApart }, row) => {
          const y = row * ROW + ROW / 2;
          const x = NAMES + at * LINE;
          return (
            <g key={label}>
              <text x={NAMES - 8} y={y + 4} textAnchor="end">
                {cut(label.split(" > ").at(-1) ?? label)}
                <title>{label}</title>
              </text>
              <line className="grp-line" x1={middle} x2={x} y1={y} y2={y} />
              <circle className={isToldApart ? "grp-sure" : "grp-open"} cx={x} cy={y} r={3 + Math.min(5, Math.sqrt(participants))}>
                <title>{t("dot", { label, participants })}</title>
              </circle>
            </g>
          );
        })}
        <text x={NAMES} y={height + 16}>
          −{greatest.toFixed(1)}
        </text>
        <text x={NAMES + LINE} y={height + 16} textAnchor="end">
          {greatest.toFixed(1)}
        </text>
        <text className="grp-axis" x={middle} y={height + 30} textAnchor="middle">
          {t("axis", { group })}
        </text>
      </svg>
    </figure>
  );
}

const cut = (name: string) => (name.length > 28 ? `${name.slice(0, 27)}…` : name);
