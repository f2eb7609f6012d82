import { expect, it } from "vitest";

import { conditionsOf, isAsTyped, narrowed, plainWords, quoted, without } from "./query-words";

it("quotes names of several words, words of the language and signs, and nothing else", () => {
  expect(quoted("trust")).toBe("trust");
  expect(quoted("ics_P02.txt")).toBe("ics_P02.txt");
  expect(quoted("crowding out")).toBe('"crowding out"');
  expect(quoted("not")).toBe('"not"');
  expect(quoted('the "big" one')).toBe('"the \\"big\\" one"');
  expect(quoted("2019..2020")).toBe('"2019..2020"');
});

it("narrows with and, and puts brackets around what is joined by or", () => {
  expect(narrowed("", "site:A")).toBe("site:A");
  expect(narrowed("code:trust", "site:A")).toBe("code:trust and site:A");
  expect(narrowed("a or b", "site:A")).toBe("(a or b) and site:A");
  expect(narrowed('"this or that"', "site:A")).toBe('"this or that" and site:A');
  expect(narrowed("code:trust and site:A", "site:A")).toBe("code:trust and site:A");
});

it("finds conditions outside brackets and quotation marks, and takes one away", () => {
  const question = '(a and b) and site:"north and south" and not speaker:Chair';
  expect(conditionsOf(question)).toEqual(['site:"north and south"', "not speaker:Chair"]);
  expect(without(question, 'site:"north and south"')).toBe("(a and b) and not speaker:Chair");
  expect(conditionsOf("a or b and c")).toEqual([]);
});

it("knows several plain words from a question", () => {
  expect(plainWords("winter money")).toEqual(["winter", "money"]);
  expect(plainWords("winter")).toBeNull();
  expect(plainWords("winter or money")).toBeNull();
  expect(plainWords("code:trust money")).toBeNull();
});

it("says how a question was read only where that differs from what was typed", () => {
  expect(isAsTyped("funding", "text:funding")).toBe(true);
  expect(isAsTyped("code: “Crowding out” & site:A", 'code:"crowding out" and site:A')).toBe(true);
  expect(isAsTyped("node:trust", "code:trust")).toBe(false);
});
