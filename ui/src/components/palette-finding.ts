/** What the palette finds for what is typed. */
import { rank } from "../services/ranking";
import type { NameKind } from "../services/shapes";

export interface Reachable {
  id: string;
  kind: "action" | "view" | NameKind;
  name: string;
  run: () => void;
  detail?: string | null;
  colour?: string | null;
  keys?: string;
  /** Found under these words too, such as those of other tools. */
  words?: string;
  /** The name as it is shown when one of another tool's words was typed. */
  elsewhere?: Record<string, string>;
}

const SHOWN = 50;
/** Of two that fit alike, what can be done or gone to comes before what is in the study. */
const BONUS: Partial<Record<Reachable["kind"], number>> = { view: 40, action: 30, code: 10 };

/** The best first. With nothing typed: actions and views. */
export function found(typed: string, all: readonly Reachable[]): Reachable[] {
  if (typed.trim() === "") return all.filter(({ kind }) => kind === "action" || kind === "view");
  const scored: { item: Reachable; score: number }[] = [];
  for (const item of all) {
    const own = rank(typed, item.name);
    const other = foreign(typed, item);
    const further = item.words ? rank(typed, item.words) * 0.8 : 0;
    const score = Math.max(own, further, other ? 700 : 0);
    if (score === 0) continue;
    const shown = other !== null && own < 700 ? { ...item, name: other } : item;
    scored.push({ item: shown, score: score + (BONUS[item.kind] ?? 0) });
  }
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, SHOWN)
    .map(({ item }) => item);
}

/** The name to show where what was typed is another tool's word (three letters of it or more). */
function foreign(typed: string, item: Reachable): string | null {
  const word = typed.trim().toLocaleLowerCase();
  if (!item.elsewhere || word.length < 3) return null;
  for (const [other, name] of Object.entries(item.elsewhere))
    if (other.startsWith(word) || word === `${other}s`) return name;
  return null;
}
