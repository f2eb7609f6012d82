import { expect, it } from "vitest";

import { ranked } from "./ranking";

const names = ["Placement of staff", "Replacing leaders", "Place against system", "Trust", "Café culture"];
const find = (typed: string) => ranked(typed, names, (name) => name);

it("puts the start of a name before the start of a word and both before a part", () => {
  expect(ranked("place", ["Replaced", "A place", "Place"], (name) => name)).toEqual([
    "Place",
    "A place",
    "Replaced",
  ]);
});

it("finds several words in any order and a name by its initials", () => {
  expect(find("system place")).toEqual(["Place against system"]);
  expect(find("pas")).toContain("Place against system");
});

it("takes no notice of accents and case", () => {
  expect(find("cafe")).toEqual(["Café culture"]);
});

it("forgives a letter that was left out, but does not find everything", () => {
  expect(find("plcmnt")).toEqual(["Placement of staff"]);
  expect(find("xyz")).toEqual([]);
});

it("keeps the given order while nothing is typed", () => {
  expect(find(" ")).toEqual(names);
});
