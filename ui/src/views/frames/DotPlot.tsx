import { useMemo } from "react";
import { useLocale, useTranslations } from "use-intl";

import type { FrameColumn, FrameGroups, FrameWhole } from "../../services/shapes";
import { divisionOf, dotsOf, placeOf, scaleOf } from "./dot-plot";
import type { Dot } from "./dot-plot";
import { shownNumber } from "./figures";

const WIDTH = 720;
const SIDE = 28;
const SIZE = 9;
const STEP = 10;
const AXIS = 30;
const ABOVE = 40;

interface Props {
  frame: FrameWhole;
  column: FrameColumn;
  grouping: FrameGroups | null;
  chosen: ReadonlySet<string>;
}

/** Every case as a dot by one number: chosen ones are filled and named, cut points are lines. */
export function DotPlot({ frame, column, grouping, chosen }: Props) {
  const t = useTranslations("frames.plots");
  const locale = useLocale();
  const { scale, dots } = useMemo(() => {
    const points = frame.cases.flatMap(({ id, label }, place) => {
      const value = column.values[place];
      if (typeof value !== "number") return [];
      const number = grouping?.of_case[place] ?? null;
      return [{ id, name: label, value, group: number === null ? null : (grouping?.groups[number - 1]?.label ?? null) }];
    });
    const fitted = scaleOf(points.map(({ value }) => value));
    return { scale: fitted, dots: dotsOf(points, fitted, WIDTH - 2 * SIDE, SIZE) };
  }, [frame, column, grouping]);
  const tallest = Math.max(0, ...dots.map(({ level }) => level));
  const floor = ABOVE + (tallest + 1) * STEP;
  const at = (value: number) => SIDE + placeOf(scale, value, WIDTH - 2 * SIDE);
  const division = divisionOf(grouping?.groups ?? [], grouping?.cut_points ?? []);
  const figure = (value: number) => shownNumber(value, locale);
  const named = dots.filter(({ id }) => chosen.has(id));

  return (
    <svg
      className="frame-plot"
      viewBox={`0 0 ${WIDTH} ${floor + AXIS}`}
      role="img"
      aria-label={t("says", {
        name: column.name,
        count: dots.length,
        lowest: figure(dots[0]?.value ?? 0),
        highest: figure(dots.at(-1)?.value ?? 0),
        chosen: named.map(({ name, value }) => `${name} (${figure(value)})`).join(", ") || t("nobody"),
      })}
    >
      <line className="axis" x1={SIDE} x2={WIDTH - SIDE} y1={floor + 2} y2={floor + 2} />
      {scale.ticks.map((tick) => (
        <text key={tick} x={at(tick)} y={floor + 18} textAnchor="middle">
          {figure(tick)}
        </text>
      ))}
      {division.cuts.map(({ value, isGiven }) => (
        <g key={value}>
          <line className="cut" x1={at(value)} x2={at(value)} y1={ABOVE - 24} y2={floor + 2} />
          {isGiven ? (
            <text x={at(value)} y={12} textAnchor="middle">
              {figure(value)}
            </text>
          ) : null}
        </g>
      ))}
      {division.names.map(({ label, value }) => (
        <text key={label} className="group-label" x={at(value)} y={28} textAnchor="middle">
          {label}
        </text>
      ))}
      {dots.map((dot) => (
        <OneDot key={dot.id} dot={dot} floor={floor} isChosen={chosen.has(dot.id)} says={`${dot.name}: ${figure(dot.value)}`} />
      ))}
    </svg>
  );
}

interface DotProps {
  dot: Dot;
  floor: number;
  isChosen: boolean;
  says: string;
}

function OneDot({ dot: { x, level, group }, floor, isChosen, says }: DotProps) {
  return (
    <circle className={isChosen ? "dot-chosen" : "dot-other"} cx={SIDE + x} cy={floor - 4 - level * STEP} r={isChosen ? 5 : 4}>
      <title>{group === null ? says : `${says}, ${group}`}</title>
    </circle>
  );
}
