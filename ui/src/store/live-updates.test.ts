import { expect, it } from "vitest";

import { isTouched } from "./live-updates";

const key = (...queryKey: unknown[]) => ({ queryKey });

it("asks a source's codings anew only where they changed", () => {
  expect(isTouched(key("sources", "a", "codings", null), ["coding"], ["a"])).toBe(true);
  expect(isTouched(key("sources", "b", "codings", null), ["coding"], ["a"])).toBe(false);
  expect(isTouched(key("sources", "b", "codings", null), ["coding"], null)).toBe(true);
});

it("leaves a text alone when only codings changed", () => {
  expect(isTouched(key("sources", "a", "text", null), ["coding"], ["a"])).toBe(false);
  expect(isTouched(key("sources", "a", "text", null), ["revision"], ["a"])).toBe(true);
});

it("renews counts and history with every change, and nothing without a reason", () => {
  expect(isTouched(key("study", null), ["memo"], null)).toBe(true);
  expect(isTouched(key("history", null), ["memo"], null)).toBe(true);
  expect(isTouched(key("matrix", {}, null), ["memo"], null)).toBe(false);
  expect(isTouched(key("codes", null), ["coding"], ["a"])).toBe(true);
});

it("counts anew who could be found once labels, consents, the policy or a release change", () => {
  const asked = key("disclosure", "export", { q: "trust" }, null);
  const kinds = ["source", "speaker", "case", "attribute_value", "consent", "withdrawal", "release", "setting"];
  expect(kinds.filter((kind) => !isTouched(asked, [kind], null))).toEqual([]);
  expect(isTouched(asked, ["coding"], null)).toBe(true);
  expect(isTouched(asked, ["memo"], null)).toBe(false);
});

it("renews everything for a kind that it does not know", () => {
  expect(isTouched(key("matrix", {}, null), ["of a newer crosscase"], null)).toBe(true);
});

it("checks findings anew when anything changes that a figure may rest on", () => {
  const asked = key("findings", null);
  const kinds = ["coding", "code", "revision", "speaker", "case", "membership", "attribute_value", "wave", "link", "setting"];
  expect(kinds.filter((kind) => !isTouched(asked, [kind], null))).toEqual([]);
  expect(isTouched(asked, ["frame"], null)).toBe(false);
});
