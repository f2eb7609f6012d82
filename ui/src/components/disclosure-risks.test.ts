import { describe, expect, it } from "vitest";

import type { DisclosureRisk, ExportCheck } from "../services/shapes";
import { noteOf, riskSections } from "./disclosure-risks";

const check = (said: Partial<ExportCheck>): ExportCheck => ({
  quotes: 12,
  at_risk: 0,
  barred: 0,
  k: 3,
  is_refused: false,
  is_labelled: true,
  ...said,
});

const risk = (said: Partial<DisclosureRisk>): DisclosureRisk => ({
  kind: "too few share it",
  says: "1 participant shares it.",
  quotes: [0],
  attribution: {},
  k: 1,
  holders: null,
  about: "",
  site: null,
  share: null,
  cells: [],
  released: 0,
  remedies: [],
  ...said,
});

const paraphrase = { kind: "paraphrase", attribution: null, k: null };
const dropBoth = { kind: "drop both", attribution: {}, k: 9 };

describe("the note beside a button", () => {
  it("counts the quotes that would tell who spoke", () => {
    expect(noteOf(check({ at_risk: 3, barred: 2 }))).toEqual({ kind: "atRisk", count: 3, quotes: 12 });
    expect(noteOf(check({ barred: 2 }))).toEqual({ kind: "barred", count: 2, quotes: 12 });
  });

  it("says nothing without a risk, or before the answer", () => {
    expect(noteOf(check({}))).toBeNull();
    expect(noteOf(undefined)).toBeNull();
  });

  it("says nothing while nobody has a role or a site, unless the file would be refused", () => {
    expect(noteOf(check({ at_risk: 12, is_labelled: false }))).toBeNull();
    expect(noteOf(check({ at_risk: 12, is_labelled: false, is_refused: true }))?.count).toBe(12);
    expect(noteOf(check({ at_risk: 12, barred: 1, is_labelled: false }))?.kind).toBe("barred");
  });
});

describe("the risks in a list", () => {
  it("puts together labels that the same helps, with the number that each way out reaches", () => {
    const found = riskSections([
      risk({ attribution: { role: "Nurse", site: "Hill" }, quotes: [0, 1], remedies: [dropBoth, paraphrase] }),
      risk({
        attribution: { role: "Chair", site: "Vale" },
        remedies: [{ kind: "drop site", attribution: { role: "Chair" }, k: 3 }, dropBoth, paraphrase],
      }),
      risk({ attribution: { role: "Clerk", site: "Hill" }, remedies: [dropBoth, paraphrase] }),
    ]);
    expect(found.map(({ word }) => word)).toEqual(["tooFew"]);
    const [first, second] = found[0]!.groups;
    expect(first!.lines).toEqual([
      { text: "Nurse, Hill", quotes: 2, k: 1, told: null },
      { text: "Clerk, Hill", quotes: 1, k: 1, told: null },
    ]);
    expect(second!.remedies).toEqual([
      { word: "site", label: "Chair", k: 3 },
      { word: "both", label: "", k: 9 },
      { word: "paraphrase", label: "", k: null },
    ]);
  });

  it("tells first of what would tell who spoke, and leaves out what is about no quote", () => {
    const found = riskSections([
      risk({ kind: "no consent", attribution: { role: "Nurse" } }),
      risk({ kind: "over-quoted", says: "One person has 7 quotes.", k: null }),
      risk({ kind: "tables differ", quotes: [] }),
      risk({ attribution: { role: "Nurse" } }),
    ]);
    expect(found.map(({ word }) => word)).toEqual(["tooFew", "label", "often"]);
    expect(found[2]!.groups[0]!.lines).toEqual([
      { text: "", quotes: 1, k: null, told: { word: "often", about: "", site: "", share: 0 } },
    ]);
  });

  it("tells of a table by its cells", () => {
    const found = riskSections([
      risk({ kind: "small cells", quotes: [], about: "site by sector", cells: [["Hill", "Health"]] }),
    ]);
    expect(found[0]!.groups[0]!.lines[0]!.told).toEqual({ word: "cells", about: "site by sector", site: "", share: 0 });
  });

  it("still tells of a risk that it does not know, in the words of the desk", () => {
    const found = riskSections([risk({ kind: "a new one", says: "Something new.", attribution: { role: "Nurse" } })]);
    expect(found[0]?.word).toBe("other");
  });
});
