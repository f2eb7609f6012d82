import { describe, expect, test } from "vitest";

import { begunOn, dayOf, daysBefore } from "./days";

describe("days", () => {
  test("are written as addresses name them", () => {
    expect(dayOf(new Date(2026, 2, 2, 23, 59))).toBe("2026-03-02");
  });

  test("are counted back over the ends of months", () => {
    expect(daysBefore(new Date(2026, 2, 2, 0, 5), 7)).toBe("2026-02-23");
    expect(daysBefore(new Date(2026, 0, 1, 23, 0), 1)).toBe("2025-12-31");
  });

  test("a study's id tells when it was begun, unless it is of another kind", () => {
    const moment = new Date(2026, 10, 20, 12).getTime().toString(16).padStart(12, "0");
    const id = `${moment.slice(0, 8)}-${moment.slice(8)}-7000-b86f-457135f174dc`;
    expect(begunOn(id)).toBe("2026-11-20");
    expect(begunOn("5e71a503-c3bc-502e-bf28-c87387ceb492")).toBeNull();
  });
});
