import { expect, it } from "vitest";

import type { Edge, Factor } from "../../store/interactions";
import { HEIGHT, WIDTH, drawnEdges, isFreeAbove, placeOf, signOf } from "./drawing";

const factor = (id: string, x: number, y: number) => ({ id, name: id, x, y }) as Factor;
const edge = (start: string, end: string, says: Partial<Edge> = {}) =>
  ({ key: `${start} ${end}`, start, end, directed: true, sign: "+", participants: 1, ...says }) as Edge;

const factors = [factor("a", 0, 0), factor("b", 1, 0), factor("c", 0.5, 1)];

it("keeps every factor inside the drawing, and turns figures' upwards into pages' downwards", () => {
  const places = factors.map(placeOf);
  for (const { x, y } of places) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(WIDTH);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(HEIGHT);
  }
  expect(places[2]?.y).toBeLessThan(places[0]?.y ?? 0);
});

it("draws an arrow only where somebody said which factor acts", () => {
  const [said, unsaid] = drawnEdges({ factors, edges: [edge("a", "b"), edge("a", "c", { directed: false })] });
  expect(said?.head).not.toBeNull();
  expect(unsaid?.head).toBeNull();
});

it("lays what answers an edge on its other side, and is wider the more say so", () => {
  const edges = [edge("a", "b", { participants: 4 }), edge("b", "a", { participants: 1 })];
  const [there, back] = drawnEdges({ factors, edges });
  expect(there?.middle.y).not.toBeCloseTo(back?.middle.y ?? 0, 0);
  expect(there?.width).toBeGreaterThan(back?.width ?? 0);
});

it("writes a name where fewer lines come in", () => {
  const edges = [edge("a", "c"), edge("b", "c")];
  expect(factors.map((each) => isFreeAbove(each, { factors, edges }))).toEqual([false, false, true]);
});

it("tells a sign that nobody said apart from all others", () => {
  expect([signOf("+").mark, signOf("-").mark, signOf("mixed").mark, signOf(null).mark]).toEqual(["+", "−", "±", "?"]);
});
