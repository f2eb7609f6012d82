import { describe, expect, it } from "vitest";

import type { CaseRow } from "../../services/shapes";
import { caseTree } from "./case-tree";
import { parseCells, parseTable, writeCells } from "./clipboard-table";
import { rowsShown, surelyFits } from "./grid-columns";
import type { Column } from "./grid-columns";
import { guessUses, withHeads } from "./import-uses";
import { layCells } from "./pasting";

const NAME: Column = { key: "name", sort: "name", label: "Name" };

function row(name: string, groups: readonly CaseRow[] = [], kind = "person"): CaseRow {
  return {
    id: name,
    name,
    kind,
    description: null,
    interviewed: false,
    sources: 0,
    codings: 0,
    values: {},
    groups: groups.map((group, at) => ({
      membership: `${name}-${group.id}`,
      id: group.id,
      name: group.name,
      kind: group.kind,
      role: null,
      share: null,
      start_day: null,
      end_day: null,
      counts_as: at === 0,
    })),
  };
}

describe("tables on the clipboard", () => {
  it("keeps commas, quotation marks and line ends within cells", () => {
    const cells = [
      ["a, b", 'she said "yes"'],
      ["two\nlines", ""],
    ];
    expect(parseCells(writeCells(cells))).toEqual(cells);
  });

  it("takes a quotation mark that only begins a cell as a word's own", () => {
    expect(parseCells('"Trust" board\tx')).toEqual([['"Trust" board', "x"]]);
  });

  it("divides by what the heads are divided by", () => {
    expect(parseTable("name;site\nP01;North, upper")).toEqual([
      ["name", "site"],
      ["P01", "North, upper"],
    ]);
  });

  it("fills short rows and leaves out empty ones", () => {
    expect(withHeads([["name", "site"], ["P01"], ["", ""]])).toEqual({
      columns: ["name", "site"],
      rows: [["P01", ""]],
    });
  });
});

describe("the grid", () => {
  it("sorts P2 before P10", () => {
    const rows = [row("P10"), row("P2")];
    const shown = rowsShown(rows, [NAME], { find: "", filters: {}, sorting: { column: "name", isDown: false } });
    expect(shown.map(({ name }) => name)).toEqual(["P2", "P10"]);
  });

  it("fills a whole range with one copied cell, and counts what lies beyond", () => {
    const rows = [row("P1"), row("P2")];
    expect(layCells([["x"]], { top: 0, bottom: 1, left: 0, right: 0 }, rows, [NAME]).cells).toHaveLength(2);
    const beyond = layCells([["a", "b"], ["c", "d"]], { top: 1, bottom: 1, left: 0, right: 0 }, rows, [NAME]);
    expect(beyond).toMatchObject({ rowsBeyond: 1, columnsBeyond: 1 });
  });

  it("leaves days and numbers that can be read in two ways to the desk", () => {
    expect(surelyFits("day", "2024-02-29")).toBe(false);
    expect(surelyFits("number", "3,5")).toBe(false);
    expect(surelyFits("number", "3.5")).toBe(true);
  });

  it("guesses the name and the groups of a pasted table by its heads", () => {
    const uses = guessUses(
      { columns: ["role", "participant", "site"], rows: [["nurse", "P1", "North"]] },
      { kinds: {}, attributes: [], cases: [] },
    );
    expect(uses.map(({ use }) => use)).toEqual(["attribute", "name", "group"]);
  });
});

describe("the tree", () => {
  it("shows a person in the organisation and not in its site once more", () => {
    const site = row("North", [], "site");
    const trust = row("Trust", [site], "organisation");
    const [top] = caseTree([site, trust, row("P1", [site, trust])]);
    expect(top?.children.map(({ row: { name } }) => name)).toEqual(["Trust"]);
    expect(top?.children[0]?.children.map(({ row: { name } }) => name)).toEqual(["P1"]);
  });

  it("shows somebody in two organisations in both", () => {
    const [one, two] = [row("One", [], "organisation"), row("Two", [], "organisation")];
    const tree = caseTree([one, two, row("P1", [one, two])]);
    expect(tree.map(({ children }) => children.length)).toEqual([1, 1]);
  });
});
