import { EditorState } from "@codemirror/state";
import { describe, expect, it } from "vitest";

import { spansFrom } from "../spans";
import { turnsFrom } from "../turns";
import { modeOf } from "./correcting";
import { NOTHING_SHOWN, shown } from "./transcript-state";

const TEXT = "I: Why so?\n\nP14: Because of teh rain, we left.";
const same = (place: number) => place;

function opened(isCorrecting: boolean): EditorState {
  const turns = turnsFrom(
    {
      start_char: [0, 12],
      end_char: [10, 45],
      speech_start_char: [3, 17],
      start_ms: [null, null],
      label: [0, 1],
    },
    [
      { label: "I", participant_id: null, participant: null, role: "interviewer", is_of_interviewer: true },
      { label: "P14", participant_id: "p", participant: "P14", role: null, is_of_interviewer: false },
    ],
    same,
  );
  const codings = {
    id: ["a", "b"],
    code: [0, 0],
    codes: ["rain"],
    coder: [0, 0],
    coders: ["you"],
    start_char: [28, 38],
    end_char: [36, 45],
  };
  const spans = spansFrom(codings, same);
  return EditorState.create({
    doc: TEXT,
    extensions: [shown.init(() => ({ ...NOTHING_SHOWN, turns, spans })), modeOf(isCorrecting)],
  });
}

const changed = (state: EditorState, from: number, to: number, insert = "") =>
  state.update({ changes: { from, to, insert } }).state;

describe("correcting", () => {
  it("changes words, and the codings go with them", () => {
    const state = changed(opened(true), 28, 31, "the heavy");
    expect(state.doc.toString()).toContain("Because of the heavy rain");
    const { spans } = state.field(shown);
    const words = [...spans.from].map((from, at) => state.sliceDoc(from, spans.to[at]));
    expect(words).toEqual(["the heavy rain", "we left"]);
  });

  it("leaves a speaker's label and the break before it as they are", () => {
    expect(changed(opened(true), 12, 17).doc.toString()).toBe(TEXT);
    expect(changed(opened(true), 10, 12).doc.toString()).toBe(TEXT);
    expect(changed(opened(true), 14, 14, "x").doc.toString()).toBe(TEXT);
  });

  it("takes only the words of a change that runs over a label", () => {
    const left = changed(opened(true), 6, 25).doc.toString();
    expect(left).toContain("P14: ");
    expect(left.startsWith("I: ")).toBe(true);
  });

  it("lets words be put right before and right after a label", () => {
    expect(changed(opened(true), 17, 17, "Well, ").doc.toString()).toContain("P14: Well, Because");
    expect(changed(opened(true), 10, 10, " Really?").doc.toString()).toContain(
      "so? Really?\n\nP14",
    );
  });

  it("is off while somebody only reads", () => {
    expect(opened(false).readOnly).toBe(true);
    expect(opened(true).readOnly).toBe(false);
  });
});
