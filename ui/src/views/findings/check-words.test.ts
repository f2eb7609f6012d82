import { describe, expect, it } from "vitest";

import type { CheckRow } from "../../services/shapes";
import { codeTyped, repaired, withCode } from "./check-words";

describe("the name of a code that is being typed", () => {
  it("is what stands between code: and the caret, with or without a quotation mark", () => {
    expect(codeTyped("participants(code:tr", 20)).toEqual({ start: 18, typed: "tr" });
    expect(codeTyped('participants(code:"crowding o', 29)).toEqual({ start: 18, typed: "crowding o" });
  });

  it("is none outside a code, or after the space that ends a plain name", () => {
    expect(codeTyped("participants(", 13)).toBeNull();
    expect(codeTyped("participants(code:trust) in", 27)).toBeNull();
    expect(codeTyped("participants(code:trust and ", 28)).toBeNull();
  });

  it("is replaced by the whole name, in quotation marks where it needs them", () => {
    const text = "participants(code:cr) >= 3";
    const typed = { start: 18, typed: "cr" };
    expect(withCode(text, 20, typed, "crowding out")).toEqual({
      text: 'participants(code:"crowding out") >= 3',
      caret: 32,
    });
    expect(withCode(text, 20, typed, "trust").text).toBe("participants(code:trust) >= 3");
  });
});

it("puts a suggestion in the place of a slip, counted in code points", () => {
  const check = { text: "participants(code:😀x)", problem: { start_char: 18, end_char: 20 } } as CheckRow;
  expect(repaired(check, "code:trust".slice(5))).toBe("participants(code:trust)");
});
