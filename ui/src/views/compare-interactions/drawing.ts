/** Where lines and names of the graph lie: pure numbers, in the units of the drawing. */
import type { Edge, Factor, Graph } from "../../store/interactions";

export const WIDTH = 900;
export const HEIGHT = 560;
const [MARGIN_X, MARGIN_Y] = [96, 40];
const BEND = 30;
const STOP = 13;

export interface Point {
  x: number;
  y: number;
}

export interface DrawnEdge {
  edge: Edge;
  path: string;
  middle: Point;
  /** The corners of the arrow head; none where nobody said which acts on which. */
  head: string | null;
  width: number;
}

/** Places grow upwards in figures and downwards on a page. */
export const placeOf = ({ x, y }: Pick<Factor, "x" | "y">): Point => ({
  x: MARGIN_X + x * (WIDTH - 2 * MARGIN_X),
  y: MARGIN_Y + (1 - y) * (HEIGHT - 2 * MARGIN_Y),
});

/** Whether fewer lines come in from above than from below: there its name has room. */
export function isFreeAbove(factor: Factor, { edges, factors }: Pick<Graph, "edges" | "factors">): boolean {
  const height = new Map(factors.map(({ id, y }) => [id, y]));
  let above = 0;
  for (const { start, end } of edges)
    if (start === factor.id || end === factor.id)
      above += (height.get(start === factor.id ? end : start) ?? factor.y) - factor.y;
  return above <= 0;
}

export function drawnEdges({ edges, factors }: Pick<Graph, "edges" | "factors">): DrawnEdge[] {
  const places = new Map(factors.map((factor) => [factor.id, placeOf(factor)]));
  const directions = new Set(edges.map(({ start, end }) => `${start} ${end}`));
  const most = Math.max(1, ...edges.map(({ participants }) => participants));
  const beside = new Map<string, number>();
  return edges.flatMap((edge) => {
    const [from, to] = [places.get(edge.start), places.get(edge.end)];
    if (!from || !to) return [];
    const pair = `${edge.start} ${edge.end}`;
    const nth = (beside.get(pair) ?? 0) + 1;
    beside.set(pair, nth);
    // The normal turns with the direction: what answers an edge lies on its other side.
    const bend = BEND * (directions.has(`${edge.end} ${edge.start}`) ? nth : nth - 0.5);
    const width = 1.2 + (4 * edge.participants) / most;
    return [{ edge, width, ...bowed(from, to, bend, edge.directed, width) }];
  });
}

function bowed(from: Point, to: Point, bend: number, isDirected: boolean, width: number) {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const control = {
    x: (from.x + to.x) / 2 + ((to.y - from.y) / length) * bend,
    y: (from.y + to.y) / 2 - ((to.x - from.x) / length) * bend,
  };
  const [start, end] = [toward(from, control, STOP), toward(to, control, STOP)];
  const size = 7 + width;
  const tail = toward(end, control, isDirected ? size : 0);
  const middle = {
    x: start.x / 4 + control.x / 2 + end.x / 4,
    y: start.y / 4 + control.y / 2 + end.y / 4,
  };
  return {
    path: `M${told(start)} Q${told(control)} ${told(tail)}`,
    middle,
    head: isDirected ? headAt(end, tail, size / 2) : null,
  };
}

function headAt(tip: Point, tail: Point, half: number): string {
  const length = Math.hypot(tip.x - tail.x, tip.y - tail.y) || 1;
  const side = { x: (-(tip.y - tail.y) / length) * half, y: ((tip.x - tail.x) / length) * half };
  const corners = [tip, { x: tail.x + side.x, y: tail.y + side.y }, { x: tail.x - side.x, y: tail.y - side.y }];
  return corners.map(told).join(" ");
}

function toward(from: Point, to: Point, far: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) / length) * far, y: from.y + ((to.y - from.y) / length) * far };
}

const told = ({ x, y }: Point) => `${x.toFixed(1)},${y.toFixed(1)}`;

/** How a sign is written, and called in a class. */
export const SIGNS: Record<string, { mark: string; name: "plus" | "minus" | "mixed" }> = {
  "+": { mark: "+", name: "plus" },
  "-": { mark: "−", name: "minus" },
  mixed: { mark: "±", name: "mixed" },
};
export const signOf = (sign: string | null) => (sign ? SIGNS[sign] : undefined) ?? { mark: "?", name: "none" as const };
