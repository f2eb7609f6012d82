import { useLocale, useTranslations } from "use-intl";

import type { Qca, QcaModel, QcaSolution } from "../../store/qca";
import { plainValue, spotsOf } from "./figures";

const SIZE = 240;
const LEFT = 40;
const TOP = 12;
const BELOW = 34;
const EDGE = 8;
const TICKS = [0, 0.5, 1];

interface Props {
  qca: Qca;
  model: QcaModel;
  kind: QcaSolution["kind"];
}

/** Membership in the solution against the outcome: below the line a case speaks against it. */
export function XyPlot({ qca, model, kind }: Props) {
  const t = useTranslations("compareQca.plot");
  const locale = useLocale();
  const outcome = qca.sets.at(-1)?.memberships ?? [];
  const isAbsent = qca.outcome.startsWith("~");
  const points = qca.cases.map(({ name }, at) => ({
    name,
    x: model.memberships[at] ?? 0,
    y: isAbsent ? 1 - (outcome[at] ?? 0) : (outcome[at] ?? 0),
  }));
  const spots = spotsOf(points);
  const against = points.filter(({ x, y }) => y < x);
  const x = (value: number) => LEFT + EDGE + value * (SIZE - 2 * EDGE);
  const y = (value: number) => TOP + SIZE - EDGE - value * (SIZE - 2 * EDGE);
  return (
    <svg
      className="qca-plot"
      viewBox={`0 0 ${LEFT + SIZE + 8} ${TOP + SIZE + BELOW}`}
      role="img"
      aria-label={t("says", {
        kind,
        outcome: qca.outcome,
        count: points.length,
        against: against.length,
        names: against.map(({ name }) => name).join(", ") || t("nobody"),
      })}
    >
      <rect className="frame" x={LEFT} y={TOP} width={SIZE} height={SIZE} />
      <line className="middle" x1={x(0.5)} x2={x(0.5)} y1={TOP} y2={TOP + SIZE} />
      <line className="middle" x1={LEFT} x2={LEFT + SIZE} y1={y(0.5)} y2={y(0.5)} />
      <line className="diagonal" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
      {TICKS.map((tick) => (
        <g key={tick}>
          <text x={x(tick)} y={TOP + SIZE + 14} textAnchor="middle">
            {plainValue(tick, locale)}
          </text>
          <text x={LEFT - 5} y={y(tick) + 4} textAnchor="end">
            {plainValue(tick, locale)}
          </text>
        </g>
      ))}
      <text x={LEFT + SIZE / 2} y={TOP + SIZE + 29} textAnchor="middle">
        {t("solution")}
      </text>
      <text transform={`translate(10 ${TOP + SIZE / 2}) rotate(-90)`} textAnchor="middle">
        {qca.outcome}
      </text>
      {spots.map((spot) => (
        <circle
          key={`${spot.x} ${spot.y}`}
          className={spot.y < spot.x ? "against" : "for"}
          cx={x(spot.x)}
          cy={y(spot.y)}
          r={4 + Math.min(5, Math.sqrt(spot.names.length) - 1)}
        >
          <title>
            {t("spot", {
              names: spot.names.join(", "),
              x: plainValue(spot.x, locale),
              y: plainValue(spot.y, locale),
            })}
          </title>
        </circle>
      ))}
    </svg>
  );
}
