/** How figures of a QCA are written: three places, and a dash where there is none. */
export const figure = (value: number | null, locale: string): string =>
  value === null
    ? "–"
    : value.toLocaleString(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 });

/** A raw value or a membership, with no more places than it needs. */
export const plainValue = (value: number | boolean | string, locale: string): string =>
  typeof value === "number" ? value.toLocaleString(locale, { maximumFractionDigits: 3 }) : String(value);

export interface Spot {
  x: number;
  y: number;
  names: string[];
}

/** Cases on one spot of the plot share one point. */
export function spotsOf(points: readonly { x: number; y: number; name: string }[]): Spot[] {
  const spots = new Map<string, Spot>();
  for (const { x, y, name } of points) {
    const key = `${x.toFixed(4)} ${y.toFixed(4)}`;
    const spot = spots.get(key);
    if (spot) spot.names.push(name);
    else spots.set(key, { x, y, names: [name] });
  }
  return [...spots.values()];
}
