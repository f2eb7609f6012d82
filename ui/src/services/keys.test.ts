import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { holdKeys, matches, pressed, registerActions, shownKey } from "./keys";

const key = (init: KeyboardEventInit, target: EventTarget = document.body) => {
  const event = new KeyboardEvent("keydown", { ...init, bubbles: true, cancelable: true });
  target.addEventListener("keydown", (each) => pressed(each as KeyboardEvent), { once: true });
  target.dispatchEvent(event);
  return event;
};

const run = vi.fn();
let leave: () => void = () => undefined;

beforeEach(() => run.mockClear());
afterEach(() => leave());

it("runs the action of a key and keeps the browser from its own", () => {
  leave = registerActions([{ id: "a", title: "Code", keys: ["c"], run }]);
  expect(key({ key: "c" }).defaultPrevented).toBe(true);
  expect(run).toHaveBeenCalledOnce();
});

it("rests while somebody types, but not for keys that work everywhere", () => {
  const field = document.body.appendChild(document.createElement("input"));
  const everywhere = vi.fn();
  leave = registerActions([
    { id: "a", title: "Code", keys: ["c"], run },
    { id: "b", title: "Find", keys: ["Mod+k"], everywhere: true, run: everywhere },
  ]);
  key({ key: "c" }, field);
  key({ key: "k", ctrlKey: true }, field);
  expect(run).not.toHaveBeenCalled();
  expect(everywhere).toHaveBeenCalledOnce();
  field.remove();
});

it("rests under a dialog", () => {
  leave = registerActions([{ id: "a", title: "Code", keys: ["c"], run }]);
  const release = holdKeys();
  key({ key: "c" });
  expect(run).not.toHaveBeenCalled();
  release();
  key({ key: "c" });
  expect(run).toHaveBeenCalledOnce();
});

it("has its key again after a dialog beneath which it was made known anew", () => {
  const release = holdKeys();
  leave = registerActions([{ id: "a", title: "Code", keys: ["c"], run }]);
  release();
  key({ key: "c" });
  expect(run).toHaveBeenCalledOnce();
});

it("lets the view's key stand before the desk's", () => {
  const view = vi.fn();
  const first = registerActions([{ id: "a", title: "Desk", keys: ["n"], run }]);
  const second = registerActions([{ id: "b", title: "View", keys: ["n"], run: view }]);
  key({ key: "n" });
  expect(view).toHaveBeenCalledOnce();
  expect(run).not.toHaveBeenCalled();
  first();
  second();
});

it("tells Ctrl Z from Shift Ctrl Z, and knows ? with and without Shift", () => {
  const event = (init: KeyboardEventInit) => new KeyboardEvent("keydown", init);
  expect(matches(event({ key: "z", ctrlKey: true }), "Mod+z")).toBe(true);
  expect(matches(event({ key: "Z", ctrlKey: true, shiftKey: true }), "Mod+z")).toBe(false);
  expect(matches(event({ key: "Z", ctrlKey: true, shiftKey: true }), "Mod+Shift+z")).toBe(true);
  expect(matches(event({ key: "?", shiftKey: true }), "?")).toBe(true);
  expect(matches(event({ key: "?" }), "?")).toBe(true);
  expect(matches(event({ key: "c", ctrlKey: true }), "c")).toBe(false);
});

it("shows keys as they are written on the board", () => {
  expect(shownKey("Mod+Shift+z")).toBe("Ctrl Shift Z");
  expect(shownKey("c")).toBe("c");
  expect(shownKey("Delete")).toBe("Del");
});
