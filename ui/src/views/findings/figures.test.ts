import { describe, expect, it } from "vitest";

import type { CheckRow, FindingRow } from "../../services/shapes";
import { byDomain, changedCheck, shownFindings } from "./figures";

const check = (given: Partial<CheckRow>): CheckRow => ({
  id: "k", text: "participants(code:trust) >= 3", standing: "supported", holds: true, value: 16, of: 32, against: null, was: null,
  says: "16 of 32 participants", parts: [], problem: null, behind: null, ...given,
});
const finding = (name: string, given: Partial<FindingRow> = {}): FindingRow => ({
  id: name, name, statement: "Trust comes first.", domain: null, author: null, status: "draft", standing: "supported",
  holds: true, checks: [], quotes: 0, evidence: 0, against: 0, memos: 0, claims: 0, shares_name: false, ...given,
});
const trust = { id: "d1", name: "Trust", colour: null };

describe("the ledger", () => {
  it("groups findings by domain as they come, those without a domain last", () => {
    const groups = byDomain([finding("F1"), finding("F2", { domain: trust }), finding("F3")]);
    expect(groups.map(({ name, findings }) => [name, findings.map((each) => each.name)])).toEqual([
      ["Trust", ["F2"]],
      [null, ["F1", "F3"]],
    ]);
  });

  it("narrows to a standing and to words of the name, statement, domain or author", () => {
    const all = [finding("F1", { standing: "changed", domain: trust }), finding("F2", { statement: "Money matters." })];
    expect(shownFindings(all, "changed", "").map(({ name }) => name)).toEqual(["F1"]);
    expect(shownFindings(all, null, "money f2").map(({ name }) => name)).toEqual(["F2"]);
    expect(shownFindings(all, null, "TRUST").map(({ name }) => name)).toEqual(["F1"]);
  });

  it("names the check whose accepted figure is another one today", () => {
    const same = check({ id: "a", was: { value: 16, of: 32 } });
    const moved = check({ id: "b", standing: "changed", was: { value: 17, of: 32 } });
    expect(changedCheck(finding("F1", { checks: [same, moved] }))?.id).toBe("b");
    expect(changedCheck(finding("F1", { checks: [same] }))).toBeNull();
  });

  it("tells a changed figure of a contradicted check too", () => {
    const moved = check({ standing: "contradicted", holds: false, was: { value: 17, of: 32 } });
    expect(changedCheck(finding("F1", { checks: [moved] }))?.was).toEqual({ value: 17, of: 32 });
  });
});
