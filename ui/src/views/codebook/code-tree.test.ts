import { describe, expect, it } from "vitest";

import type { CodeRow } from "../../services/shapes";
import { droppedAt, narrowed, nextTo, nudged, treeOf, withBelow } from "./code-tree";

const code = (id: string, parent: string | null, definition = ""): CodeRow => ({
  id, name: id, path: [id], parent, depth: 0, colour: null, status: null, origin: null,
  codable: true, framework: null, definition, includes: null, excludes: null, example: null,
  citation: null, merged: [],
  counts: { participants: 0, cases: 0, sources: 0, passages: 0, codings: 0 },
});

const codes = [
  code("Trust", null), code("Early trust", "Trust"), code("Broken trust", "Trust"),
  code("Money", null, "What is paid"), code("Time", null),
];

describe("the codebook as a tree", () => {
  it("stands codes below their parents, in order", () => {
    expect(treeOf(codes).map(({ id, children }) => [id, children.map((child) => child.id)])).toEqual([
      ["Trust", ["Early trust", "Broken trust"]], ["Money", []], ["Time", []],
    ]);
    expect([...withBelow(codes, "Trust")]).toEqual(["Trust", "Early trust", "Broken trust"]);
  });

  it("keeps what is found with what stands above it", () => {
    const found = narrowed(treeOf(codes), "broken");
    expect(found.map(({ id }) => id)).toEqual(["Trust"]);
    expect(found[0]?.children.map(({ id }) => id)).toEqual(["Broken trust"]);
    expect(narrowed(treeOf(codes), "is paid").map(({ id }) => id)).toEqual(["Money"]);
  });

  it("drops a code on, before and after another, but never below itself", () => {
    const at = (key: string, dropPosition: "on" | "before" | "after", moved = "Time") =>
      droppedAt(codes, moved, { key, dropPosition });
    expect(at("Trust", "on")).toEqual({ parent: "Trust", before: null });
    expect(at("Broken trust", "before")).toEqual({ parent: "Trust", before: "Broken trust" });
    expect(at("Early trust", "after")).toEqual({ parent: "Trust", before: "Broken trust" });
    expect(at("Money", "after")).toEqual({ parent: null, before: null });
    expect(at("Early trust", "on", "Trust")).toBeNull();
  });

  it("moves a code by one step", () => {
    expect(nudged(codes, "Money", "up")).toEqual({ parent: null, before: "Trust" });
    expect(nudged(codes, "Trust", "down")).toEqual({ parent: null, before: "Time" });
    expect(nudged(codes, "Money", "down")).toEqual({ parent: null, before: null });
    expect(nudged(codes, "Time", "down")).toBeNull();
    expect(nudged(codes, "Money", "in")).toEqual({ parent: "Trust", before: null });
    expect(nudged(codes, "Broken trust", "out")).toEqual({ parent: null, before: "Money" });
    expect(nudged(codes, "Trust", "out")).toBeNull();
  });

  it("goes on beside a code that went", () => {
    expect(nextTo(codes, "Early trust")).toBe("Broken trust");
    expect(nextTo(codes, "Time")).toBe("Money");
  });
});
