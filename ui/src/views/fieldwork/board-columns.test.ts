import { expect, it } from "vitest";

import type { BoardPerson } from "../../services/shapes";
import { boardColumns, neighbour } from "./board-columns";

const person = (id: string, stage: BoardPerson["stage"], site = "North", sector = "Health"): BoardPerson => ({
  id,
  name: id,
  role: null,
  sector,
  site,
  stage,
  since: null,
  interviews: 0,
  minutes: null,
  missing: [],
});
const PEOPLE = [
  person("a", "found"),
  person("b", "found", "South"),
  person("c", "coded"),
  person("d", "declined", "North", "Community"),
];
const EVERYBODY = { site: "", sector: "" };

it("shows every step onward, and what is aside only where somebody stands there", () => {
  const stages = boardColumns(PEOPLE, EVERYBODY).map(({ stage }) => stage);
  expect(stages).toEqual([
    "found", "invited", "agreed", "scheduled", "interviewed", "transcribed", "coded", "declined",
  ]);
  expect(boardColumns(PEOPLE, { site: "South", sector: "" }).map(({ stage }) => stage)).not.toContain("declined");
});

it("shows only those of a site and a sector", () => {
  const shown = boardColumns(PEOPLE, { site: "North", sector: "Health" }).flatMap(({ people }) => people);
  expect(shown.map(({ id }) => id)).toEqual(["a", "c"]);
});

it("goes up and down in a column and over empty ones", () => {
  const columns = boardColumns(PEOPLE, EVERYBODY);
  expect(neighbour(columns, "a", "ArrowDown")).toBe("b");
  expect(neighbour(columns, "b", "ArrowRight")).toBe("c");
  expect(neighbour(columns, "c", "ArrowRight")).toBe("d");
  expect(neighbour(columns, "d", "ArrowRight")).toBeNull();
  expect(neighbour(columns, "a", "ArrowUp")).toBeNull();
  expect(neighbour(columns, "nobody", "ArrowDown")).toBe("a");
});
