import { describe, expect, it } from "vitest";

import type { FrameWhole } from "../../services/shapes";
import { choiceAsked, groupsOf, isComplete, strataNames } from "./choice";
import type { Choice } from "./choice";

const about = { unit: null, source: null, date: null, definition: null };
const FRAME: FrameWhole = {
  id: "f",
  name: "Trees",
  description: null,
  unit: null,
  citation: null,
  cases: [],
  characteristics: [
    { ...about, name: "region", type: "text", is_number: false, values: ["South", "North", null, "South"] },
    { ...about, name: "height", type: "number", is_number: true, values: [1, 2, 3, 4] },
  ],
  groupings: [],
};
const CHOICE: Choice = {
  method: "maximum-variation", size: "2", characteristics: ["region"], eligible: "", rules: "", notAllOne: "",
  constraints: "", strata: "region", share: "proportional", counts: {}, seed: "7", cases: [], pick: 1, reason: "",
  name: "",
};

describe("strata", () => {
  it("are the few values of what is no number", () => {
    expect(groupsOf(FRAME, "region")).toEqual(["North", "South"]);
    expect(strataNames(FRAME)).toEqual(["region"]);
  });
  it("share a size out, or have numbers of their own", () => {
    const drawn: Choice = { ...CHOICE, method: "stratified" };
    expect(choiceAsked("f", drawn)).toMatchObject({ strata: "region", share: "proportional", size: 2, seed: 7 });
    const counted: Choice = { ...drawn, share: "counts", counts: { North: "1", South: "" } };
    expect(isComplete(counted)).toBe(true);
    expect(choiceAsked("f", counted)).toMatchObject({ counts: { North: 1 } });
    expect(choiceAsked("f", counted)).not.toHaveProperty("size");
  });
});

it("fills quotas only once one is said", () => {
  const quota: Choice = { ...CHOICE, method: "quota" };
  expect(isComplete(quota)).toBe(false);
  expect(isComplete({ ...quota, counts: { North: "two" } })).toBe(false);
  expect(isComplete({ ...quota, counts: { North: "2" } })).toBe(true);
});

it("takes every case that meets the rules of a criterion, and no size", () => {
  const criterion: Choice = { ...CHOICE, method: "criterion" };
  expect(isComplete(criterion)).toBe(false);
  const ruled = { ...criterion, rules: "height at least 2\n\nregion is known" };
  expect(isComplete(ruled)).toBe(true);
  expect(choiceAsked("f", ruled)).toMatchObject({ eligible: ["height at least 2", "region is known"] });
  expect(choiceAsked("f", ruled)).not.toHaveProperty("size");
});

it("needs a reason for another than the first of equally good sets", () => {
  expect(isComplete({ ...CHOICE, pick: 2 })).toBe(false);
  expect(isComplete({ ...CHOICE, pick: 2, reason: "Nearer" })).toBe(true);
});
