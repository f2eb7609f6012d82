/** The board: who stands where between found and coded, and who aside. */
import type { BoardPerson } from "../../services/shapes";

export type Stage = BoardPerson["stage"];

export const ONWARD: readonly Stage[] = [
  "found", "invited", "agreed", "scheduled", "interviewed", "transcribed", "coded",
];
export const ASIDE: readonly Stage[] = ["declined", "unavailable", "no answer", "withdrawn"];

export interface Column {
  stage: Stage;
  isAside: boolean;
  people: BoardPerson[];
}

export interface BoardFilter {
  site: string;
  sector: string;
}

/** The columns in order; those aside only where somebody stands there. */
export function boardColumns(people: readonly BoardPerson[], { site, sector }: BoardFilter): Column[] {
  const shown = people.filter(
    (person) => (!site || person.site === site) && (!sector || person.sector === sector),
  );
  const at = (stage: Stage) => shown.filter((person) => person.stage === stage);
  return [
    ...ONWARD.map((stage) => ({ stage, isAside: false, people: at(stage) })),
    ...ASIDE.map((stage) => ({ stage, isAside: true, people: at(stage) })).filter(
      ({ people: aside }) => aside.length > 0,
    ),
  ];
}

/** Whom a key leads to from somebody: up and down in a column, left and right over empty ones. */
export function neighbour(columns: readonly Column[], from: string | null, key: string): string | null {
  const filled = columns.filter(({ people }) => people.length > 0);
  const at = filled.findIndex(({ people }) => people.some(({ id }) => id === from));
  const column = filled[at];
  if (!column) return filled[0]?.people[0]?.id ?? null;
  const row = column.people.findIndex(({ id }) => id === from);
  const beside = (to: number) => {
    const people = filled[to]?.people;
    return people?.[Math.min(row, people.length - 1)]?.id ?? null;
  };
  switch (key) {
    case "ArrowDown":
      return column.people[row + 1]?.id ?? null;
    case "ArrowUp":
      return column.people[row - 1]?.id ?? null;
    case "ArrowRight":
      return beside(at + 1);
    case "ArrowLeft":
      return beside(at - 1);
    case "Home":
      return column.people[0]?.id ?? null;
    case "End":
      return column.people.at(-1)?.id ?? null;
    default:
      return null;
  }
}
