import type { ChartSide } from "../../services/shapes/synthesis-chart";

const BLOCK = 25;

/** The rows whose words are asked for: whole blocks, so that a little scrolling asks nothing. */
export function blocksOf(rows: readonly ChartSide[], shown: readonly number[]): string[][] {
  const numbers = [...new Set(shown.map((row) => Math.floor(row / BLOCK)))].sort((a, b) => a - b);
  return numbers.map((block) => rows.slice(block * BLOCK, (block + 1) * BLOCK).map(({ id }) => id));
}
