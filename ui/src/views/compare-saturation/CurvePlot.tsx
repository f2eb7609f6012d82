import { useMemo } from "react";
import { useTranslations } from "use-intl";

import type { SaturationOfCase } from "../../services/shapes";
import { codesAt, curvesOf, interviewAt } from "./code-curves";

const AREA = { left: 44, right: 700, top: 14, bottom: 250 };
const SIZE = { width: 716, height: 296 };

interface Props {
  told: SaturationOfCase;
  name: string;
}

/** Codes by interview: in the order met, and as to be expected in any order. */
export function CurvePlot({ told, name }: Props) {
  const t = useTranslations("compareSaturation.plot");
  const curves = useMemo(() => curvesOf(told, AREA), [told]);
  const count = told.interviews.length;
  return (
    <figure className="sat-figure">
      <figcaption className="sat-key">
        <span className="sat-key-met">{t("met")}</span>
        <span className="sat-key-expected">{t("expected")}</span>
      </figcaption>
      <svg
        className="sat-plot"
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        role="img"
        aria-label={t("says", { name, interviews: count, codes: told.chao2.observed, label: told.run.label ?? t("none") })}
      >
        {curves.codeTicks.map((codes) => {
          const y = codesAt(codes, curves.most, AREA);
          return (
            <g key={codes}>
              <line className="sat-grid" x1={AREA.left} x2={AREA.right} y1={y} y2={y} />
              <text x={AREA.left - 8} y={y + 4} textAnchor="end">
                {codes}
              </text>
            </g>
          );
        })}
        {curves.interviewTicks.map((interview) => (
          <text key={interview} x={interviewAt(interview, count, AREA)} y={AREA.bottom + 18} textAnchor="middle">
            {interview}
          </text>
        ))}
        <text className="sat-axis" x={(AREA.left + AREA.right) / 2} y={SIZE.height - 8} textAnchor="middle">
          {t("interviews")}
        </text>
        {curves.band ? <path className="sat-band" d={curves.band} /> : null}
        <path className="sat-expected" d={curves.expected} />
        <path className="sat-met" d={curves.met} />
        {curves.reachedX === null ? null : (
          <g>
            <line className="sat-reached" x1={curves.reachedX} x2={curves.reachedX} y1={AREA.top} y2={AREA.bottom} />
            <text className="sat-reached-label" x={curves.reachedX + 6} y={AREA.bottom - 8}>
              {told.run.label}
            </text>
          </g>
        )}
        {curves.points.map(({ x, y, interview, codes }) => (
          <circle key={interview} className="sat-point" cx={x} cy={y} r={3.5}>
            <title>{t("point", { interview, codes, name: told.interviews[interview - 1]?.source ?? "" })}</title>
          </circle>
        ))}
      </svg>
    </figure>
  );
}
