import { useMemo } from "react";
import { useTranslations } from "use-intl";

import type { Graph } from "../../store/interactions";
import { HEIGHT, WIDTH, drawnEdges, isFreeAbove, placeOf, signOf } from "./drawing";

interface Props {
  graph: Graph;
  /** The key of the edge that is open. */
  open: string | null;
  onOpen: (key: string, how: { byKey: boolean }) => void;
}

const LEGEND = ["+", "-", "mixed", null] as const;

/** The graph: width by participants, sign by dash, colour and mark, an arrow where somebody said so.
 * It is for eyes and the mouse; by keys, and for screen readers, the table says the same. */
export function GraphDrawing({ graph, open, onOpen }: Props) {
  const t = useTranslations("compareInteractions.graph");
  const drawn = useMemo(() => drawnEdges(graph), [graph]);
  const keyOf = (target: EventTarget) => (target as Element).closest("[data-edge]")?.getAttribute("data-edge");
  return (
    <figure className="interactions-graph">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t("label", { factors: graph.factors.length, edges: graph.edges.length })}
        onClick={({ target }) => {
          const key = keyOf(target);
          if (key) onOpen(key, { byKey: false });
        }}
      >
        {drawn.map(({ edge, path, head, middle, width }) => {
          const { mark, name } = signOf(edge.sign);
          return (
            <g key={edge.key} data-edge={edge.key} className={`interactions-edge ${name}${edge.key === open ? " open" : ""}`}>
              <title>
                {t("edge", {
                  from: edge.start_name,
                  to: edge.end_name,
                  arrow: edge.directed ? "→" : "–",
                  sign: mark,
                  participants: edge.participants,
                  of: edge.of,
                })}
              </title>
              <path className="reach" d={path} />
              <path className="line" d={path} strokeWidth={width} />
              {head ? <polygon className="head" points={head} /> : null}
              <circle className="under" cx={middle.x} cy={middle.y} r={9} />
              <text className="mark" x={middle.x} y={middle.y + 5}>
                {mark}
              </text>
            </g>
          );
        })}
        {graph.factors.map((factor) => {
          const { x, y } = placeOf(factor);
          return (
            <g key={factor.id} className="interactions-factor">
              <title>{factor.path}</title>
              <circle cx={x} cy={y} r={6.5} />
              <text x={x} y={isFreeAbove(factor, graph) ? y - 14 : y + 24}>
                {factor.name}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption>
        {LEGEND.filter((sign) => graph.edges.some((edge) => (edge.sign ?? null) === sign)).map((sign) => (
          <span key={sign ?? "none"} className="interactions-key">
            <svg viewBox="0 0 34 12" aria-hidden="true" className={`interactions-edge ${signOf(sign).name}`}>
              <path className="line" d="M0,6 L34,6" strokeWidth={2.5} />
            </svg>
            {t(`sign.${signOf(sign).name}`)}
          </span>
        ))}
        <span className="quiet">{t("howToRead")}</span>
      </figcaption>
    </figure>
  );
}
