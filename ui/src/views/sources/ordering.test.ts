import { describe, expect, it } from "vitest";

import type { SourceRow } from "../../services/shapes";
import { filtered, ordered, sortedBy } from "./ordering";

const row = (name: string, rest: Partial<SourceRow> = {}): SourceRow => ({
  id: name, name, format: "text", language: null, date: null, note: null, chars: 0, words: 0, turns: 0,
  speakers: [], codings: 1, coded_turns: 0, turns_to_code: 0, media: false, has_original: false, kind: "text",
  translation_of: null, participants: [], groups: [], ...rest,
});
const format = () => "Text";
const UNDER = { format, uncoded: "uncoded", recording: "recording" };
const names = (rows: readonly SourceRow[]) => rows.map(({ name }) => name);

describe("the list of sources", () => {
  it("finds a source by every word that was typed, accents and case aside", () => {
    const rows = [row("P1", { groups: [{ id: "x", name: "Zürich", kind: "site" }] }), row("P2")];
    expect(names(filtered(rows, "zurich p1", UNDER))).toEqual(["P1"]);
    expect(names(filtered(rows, "zurich p2", UNDER))).toEqual([]);
    expect(names(filtered(rows, " ", UNDER))).toEqual(["P1", "P2"]);
  });

  it("finds sources without a coding, and those with a recording", () => {
    const rows = [row("P1", { codings: 0 }), row("P2", { media: true })];
    expect(names(filtered(rows, "uncoded", UNDER))).toEqual(["P1"]);
    expect(names(filtered(rows, "recording", UNDER))).toEqual(["P2"]);
  });

  it("orders names by their numbers, and puts what is not known last", () => {
    const rows = [row("P10", { date: "2024" }), row("P9"), row("P1", { date: "2023" })];
    expect(names(ordered(rows, { by: "name", isDown: false }, format))).toEqual(["P1", "P9", "P10"]);
    expect(names(ordered(rows, { by: "date", isDown: true }, format))).toEqual(["P10", "P1", "P9"]);
  });

  it("goes through up, down and as they came", () => {
    const up = sortedBy(null, "words");
    const down = sortedBy(up, "words");
    expect([up, down, sortedBy(down, "words")]).toEqual([{ by: "words", isDown: false }, { by: "words", isDown: true }, null]);
  });
});
