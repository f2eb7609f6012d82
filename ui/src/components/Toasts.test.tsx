import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";

import { show } from "../testing/showing";
import { Toasts } from "./Toasts";

const none = () => undefined;
afterEach(() => vi.useRealTimers());

it("says what was done quietly and what failed at once", () => {
  const toasts = [
    { id: 1, text: "Added the code “Trust”" },
    { id: 2, text: "There is a code of that name.", hint: "Choose another name.", isFailure: true },
  ];
  show(<Toasts toasts={toasts} onClose={none} onUndo={none} />);
  expect(screen.getByRole("status").textContent).toContain("Added the code");
  expect(screen.getByRole("alert").textContent).toContain("Choose another name.");
});

it("takes back what it tells of", async () => {
  const onUndo = vi.fn();
  show(<Toasts toasts={[{ id: 1, text: "Done", operation: "op" }]} onClose={none} onUndo={onUndo} />);
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(onUndo).toHaveBeenCalledExactlyOnceWith("op");
});

it("goes by itself, but a failure stays until it is closed", () => {
  vi.useFakeTimers();
  const onClose = vi.fn();
  const toasts = [
    { id: 1, text: "Done" },
    { id: 2, text: "Failed", isFailure: true },
  ];
  show(<Toasts toasts={toasts} onClose={onClose} onUndo={none} />);
  act(() => {
    vi.advanceTimersByTime(60_000);
  });
  expect(onClose).toHaveBeenCalledExactlyOnceWith(1);
});
