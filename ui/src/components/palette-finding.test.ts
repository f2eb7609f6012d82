import { expect, it } from "vitest";

import { found } from "./palette-finding";
import type { Reachable } from "./palette-finding";

const run = () => undefined;
const all: Reachable[] = [
  { id: "undo", kind: "action", name: "Undo", run },
  { id: "codebook", kind: "view", name: "Codebook", run, elsewhere: { node: "Codebook (codes are called nodes elsewhere)" } },
  { id: "1", kind: "code", name: "Place against system", run },
  { id: "2", kind: "source", name: "Participant 14", run },
  { id: "3", kind: "code", name: "Nodes of power", run },
];
const names = (typed: string) => found(typed, all).map(({ name }) => name);

it("shows actions and views while nothing is typed", () => {
  expect(names("")).toEqual(["Undo", "Codebook"]);
});

it("knows other tools' words and says what they are called here", () => {
  expect(names("node")).toEqual(["Nodes of power", "Codebook (codes are called nodes elsewhere)"]);
  expect(names("nodes")).toContain("Codebook (codes are called nodes elsewhere)");
});

it("shows a view by its own name when that was typed", () => {
  expect(names("codeb")).toEqual(["Codebook"]);
});

it("finds whatever has a name", () => {
  expect(names("participant")).toEqual(["Participant 14"]);
  expect(names("pas")).toEqual(["Place against system"]);
});
