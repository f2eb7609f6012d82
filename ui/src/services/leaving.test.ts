import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { askBeforeLeaving, goOrAsk } from "./leaving";
import type { Leave } from "./leaving";

describe("a page with words that are not stored", () => {
  let stop: () => void = () => undefined;
  let asked: Leave[] = [];
  beforeEach(() => {
    asked = [];
    window.history.replaceState(null, "", "/sources/one");
    stop = askBeforeLeaving((leave) => asked.push(leave));
  });
  afterEach(() => {
    stop();
    window.history.replaceState(null, "", "/");
  });

  it("is left by an address only once somebody has said so", () => {
    const go = vi.fn();
    goOrAsk(go, "/codebook");
    expect(go).not.toHaveBeenCalled();
    asked[0]?.();
    expect(go).toHaveBeenCalledExactlyOnceWith("/codebook", undefined);
  });

  it("is not left by going to another passage of it, but by going to an earlier day", () => {
    const go = vi.fn();
    goOrAsk(go, "/sources/one?at=3-9");
    expect(go).toHaveBeenCalledOnce();
    goOrAsk(go, "/sources/one?as_of=2026-01-01");
    expect(asked).toHaveLength(1);
  });

  it("stays when the browser goes back, and the router does not hear of it", () => {
    const router = vi.fn();
    window.addEventListener("popstate", router);
    // Where Back has led; the router, where another test has loaded it, tells of moves of its own.
    History.prototype.replaceState.call(window.history, null, "", "/memos");
    window.dispatchEvent(new PopStateEvent("popstate"));
    window.removeEventListener("popstate", router);
    expect(window.location.pathname).toBe("/sources/one");
    expect(asked).toHaveLength(1);
    expect(router).not.toHaveBeenCalled();
  });

  it("asks nothing any more once its words are stored", () => {
    stop();
    const go = vi.fn();
    goOrAsk(go, "/codebook");
    expect(go).toHaveBeenCalledOnce();
  });
});
