import { useMemo } from "react";
import type { MouseEvent } from "react";
import { useTranslations } from "use-intl";

import type { CodePairs } from "../../store/cooccurrence";
import { heatOf, shortName } from "./heat-map";

const CELL = 26;
const NAMES = 150;
const BELOW = 140;
const MOST_CODES = 16;
const DARK_FROM = 0.6;

interface Props {
  made: CodePairs;
  pair: { first: string; second: string } | null;
  onOpen: (pair: { first: string; second: string }) => void;
}

/** The pairs that most participants say, darker where codes go together more. */
export function HeatMap({ made, pair, onOpen }: Props) {
  const t = useTranslations("compareCooccurrence.map");
  const heat = useMemo(() => heatOf(made, MOST_CODES), [made]);
  const size = heat.labels.length * CELL;
  const press = (event: MouseEvent) => {
    const at = (event.target as Element).closest("[data-cell]")?.getAttribute("data-cell");
    const cell = at ? heat.cells[Number(at)] : undefined;
    if (cell) onOpen(cell);
  };
  const isChosen = (first: string, second: string) => pair?.first === first && pair.second === second;
  return (
    <figure className="figures-drawing">
      <figcaption>{t("caption")}</figcaption>
      {/* Pressing a cell is a short cut: the table beside it says the same and can be used by keys. */}
      <svg
        className="meet-map"
        viewBox={`0 0 ${NAMES + size + 4} ${size + BELOW}`}
        style={{ maxWidth: NAMES + size + 4 }}
        role="img"
        aria-label={t("says", { codes: heat.labels.length })}
        onClick={press}
      >
        {heat.labels.map((label, at) => (
          <g key={label}>
            <text x={NAMES - 6} y={at * CELL + CELL / 2 + 4} textAnchor="end">
              {cut(shortName(label))}
              <title>{label}</title>
            </text>
            <text textAnchor="end" transform={`translate(${NAMES + at * CELL + CELL / 2 + 4} ${size + 8}) rotate(-60)`}>
              {cut(shortName(label))}
              <title>{label}</title>
            </text>
          </g>
        ))}
        {heat.cells.map(({ row, column, first, second, participants, strength }, at) => (
          <g key={`${row} ${column}`} data-cell={at} transform={`translate(${NAMES + column * CELL} ${row * CELL})`}>
            <rect
              className={isChosen(first, second) ? "meet-chosen" : undefined}
              width={CELL - 2}
              height={CELL - 2}
              style={{ fillOpacity: 0.08 + 0.92 * strength }}
            />
            <text
              className={strength > DARK_FROM ? "meet-on-dark" : undefined}
              x={CELL / 2 - 1}
              y={CELL / 2 + 3}
              textAnchor="middle"
            >
              {participants}
            </text>
            <title>{t("cell", { first, second, participants })}</title>
          </g>
        ))}
      </svg>
    </figure>
  );
}

const cut = (name: string) => (name.length > 22 ? `${name.slice(0, 21)}…` : name);
