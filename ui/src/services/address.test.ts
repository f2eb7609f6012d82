import { expect, it } from "vitest";

import { address, sourceAddress, spanOf, withAsOf, withoutAsOf } from "./address";

it("keeps the day that is looked at on every link", () => {
  expect(withAsOf("/sources/1?at=3-9", "2026-11-15")).toBe("/sources/1?at=3-9&as_of=2026-11-15");
  expect(withAsOf("/codebook", null)).toBe("/codebook");
});

it("lets a link that names a day keep its own", () => {
  expect(withAsOf("/?as_of=2026-01-01", "2026-11-15")).toBe("/?as_of=2026-01-01");
});

it("goes back to now and keeps the rest", () => {
  expect(withoutAsOf("/compare?rows=codes&as_of=2026-11-15")).toBe("/compare?rows=codes");
  expect(withoutAsOf("/?as_of=2026-11-15")).toBe("/");
});

it("names a passage and a coding of a source", () => {
  expect(sourceAddress("a", { start_char: 3, end_char: 9 })).toBe("/sources/a?at=3-9");
  expect(sourceAddress("a", null, "b")).toBe("/sources/a?coding=b");
  expect(spanOf("3-9")).toEqual({ start_char: 3, end_char: 9 });
  expect(spanOf("9-3")).toBeNull();
  expect(spanOf("here")).toBeNull();
});

it("leaves out what is empty", () => {
  expect(address("/search", { q: "two words", set: "", query: null })).toBe("/search?q=two+words");
});
