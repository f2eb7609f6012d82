import { readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { CHECKLISTS } from "../../../store/reports";
import { changesOf, draftOf } from "./answer-drafts";
import { whence } from "./whence";

/** What nobody keeps at the desk: where software and what researchers say of themselves stand. */
const WITHOUT_PLACE = ["researchers", "software"];

it("leads from everything that a checklist tells to the view that it comes from", () => {
  const shipped = join(import.meta.dirname, "../../../../../src/crosscase/report/checklists/shipped");
  const told = CHECKLISTS.flatMap((name) =>
    [...readFileSync(join(shipped, `${name}.yaml`), "utf-8").matchAll(/from: (\w+)/g)].map(([, from]) => from ?? ""),
  );
  expect(told.length).toBeGreaterThan(40);
  const lost = [...new Set(told)].filter((from) => !whence(from)).sort();
  expect(lost).toEqual(WITHOUT_PLACE);
});

describe("a draft of an answer", () => {
  const draft = draftOf({ text: "Not returned.", place: null, applies: true });

  it("holds nothing to be saved while nothing was changed", () => {
    expect(changesOf({ ...draft, text: " Not returned. " })).toEqual({});
  });

  it("says what was changed, and takes back what was emptied", () => {
    expect(changesOf({ ...draft, text: " ", place: "p. 5" })).toEqual({ text: null, place: "p. 5" });
    expect(changesOf({ ...draft, applies: false })).toEqual({ applies: false });
  });
});
