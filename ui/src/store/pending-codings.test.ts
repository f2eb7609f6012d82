import { describe, expect, it } from "vitest";

import type { SourceCodings } from "../services/shapes";
import { codingBeside, isStored, rowOf, waitingIn, withPending } from "./pending-codings";
import type { CodingRow } from "./pending-codings";

const stored: SourceCodings = {
  id: ["a", "b"],
  code: [0, 1],
  codes: ["trust", "place"],
  coder: [0, 0],
  coders: ["you"],
  start_char: [0, 20],
  end_char: [10, 30],
  valence: [null, "mixed"],
  basis: [null, null],
  touched: [false, false],
  coded_on: ["2026-11-01", "2026-11-02"],
  region: [null, null],
};

const row: CodingRow = {
  id: "new",
  code: "money",
  coder: "ravi",
  start_char: 12,
  end_char: 18,
  valence: null,
  basis: null,
  coded_on: "2026-11-03",
  region: null,
};

describe("what is not answered yet", () => {
  it("changes nothing while there is nothing", () => {
    expect(withPending(stored, [])).toBe(stored);
  });

  it("shows an added coding at once, with a code and a coder seen for the first time", () => {
    const shown = withPending(stored, [{ key: "1", sort: "added", row }]);
    expect(rowOf(shown, "new")).toEqual(row);
    expect(rowOf(stored, "new")).toBeNull();
    expect(waitingIn([{ key: "1", sort: "added", row }])).toEqual(new Set(["new"]));
  });

  it("does not show it twice once the stored codings have it", () => {
    const own = { ...row, code: "trust", coder: "you", start_char: 0, end_char: 10 };
    expect(isStored(stored, own)).toBe(true);
    expect(withPending(stored, [{ key: "1", sort: "added", row: own }]).id).toEqual(["a", "b"]);
  });

  it("takes a removed coding away, and brings it back when the removal fails", () => {
    expect(withPending(stored, [{ key: "1", sort: "removed", codings: ["a"] }]).id).toEqual(["b"]);
    expect(withPending(stored, []).id).toEqual(["a", "b"]);
  });

  it("shows a changed code and changed boundaries", () => {
    const shown = withPending(stored, [
      { key: "1", sort: "changed", codings: ["b"], change: { code: "trust", end_char: 40 } },
    ]);
    expect(rowOf(shown, "b")).toMatchObject({ code: "trust", end_char: 40, valence: "mixed" });
    expect(stored.end_char[1]).toBe(30);
  });
});

describe("the coding beside", () => {
  const everybody = () => true;
  it("is the next or the one before, in the order of the text", () => {
    expect(codingBeside(stored, "a", 0, true, everybody)).toBe("b");
    expect(codingBeside(stored, "b", 0, true, everybody)).toBeNull();
    expect(codingBeside(stored, "b", 0, false, everybody)).toBe("a");
  });

  it("is counted from the caret where none is chosen, among the coders shown", () => {
    expect(codingBeside(stored, null, 15, true, everybody)).toBe("b");
    expect(codingBeside(stored, null, 15, false, everybody)).toBe("a");
    expect(codingBeside(stored, null, 0, true, () => false)).toBeNull();
  });
});
