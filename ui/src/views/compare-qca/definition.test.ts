import { expect, it } from "vitest";

import { draftOf, newDraft, plainOf } from "./definition";

const PLAIN = {
  name: "Trust that helps",
  description: "Who says it.",
  cases: "participants",
  coder: "Ama",
  outcome: { name: "TRUST", code: "Relations > Trust", count: "passages", valence: "enabling", calibrate: { cut: 1 } },
  negated: true,
  conditions: [
    { name: "TENURE", attribute: "tenure_years", calibrate: { anchors: [1, 4.5, 10] }, expect: "present" },
    { name: "NHS", attribute: "sector", calibrate: { values: { Community: 0, ICB: 1 } } },
    { name: "LEVEL", attribute: "tenure_years", calibrate: { cuts: [2, 5] }, expect: [1, 2] },
    { name: "LEADS", attribute: "leads" },
    { name: "M", attribute: "m", calibrate: { membership: true } },
  ],
  cuts: { inclusion: 0.75, pri: 0.5, frequency: 1 },
};

it("a stored definition goes through the form unchanged", () => {
  const draft = draftOf(PLAIN);
  expect(draft?.conditions[1]?.numbers).toBe("Community = 0; ICB = 1");
  expect(draft && plainOf(draft)).toEqual(PLAIN);
});

it("what the form cannot show is left to the text", () => {
  const frame = { name: "IMD", frame: "Sites", characteristic: "imd", calibrate: { cut: 1 } };
  expect(draftOf({ ...PLAIN, conditions: [frame] })).toBeNull();
  const idm = { name: "T", attribute: "t", calibrate: { anchors: [1, 2, 3], idm: 0.99 } };
  expect(draftOf({ ...PLAIN, conditions: [idm] })).toBeNull();
});

it("numbers are typed with commas or points, and lists with either sign between", () => {
  const draft = newDraft();
  draft.outcome = { ...draft.outcome, name: "Y", thing: "code:Trust", numbers: "1,5" };
  draft.conditions = [
    { ...draft.outcome, name: "A", how: "anchors", numbers: "1, 4.5, 10" },
    { ...draft.outcome, name: "B", how: "anchors", numbers: "1; 4,5; 10" },
    { ...draft.outcome, name: "C", how: "anchors", numbers: "1; x" },
  ];
  const plain = plainOf(draft) as { outcome: { calibrate: object }; conditions: { calibrate: { anchors: unknown } }[] };
  expect(plain.outcome.calibrate).toEqual({ cut: 1.5 });
  expect(plain.conditions.map(({ calibrate }) => calibrate.anchors)).toEqual([[1, 4.5, 10], [1, 4.5, 10], [1, "x"]]);
});
