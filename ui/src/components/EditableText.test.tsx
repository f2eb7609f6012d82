import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";

import { show } from "../testing/showing";
import { EditableText } from "./EditableText";

const open = () => userEvent.click(screen.getByRole("button", { name: /^Change Title/ }));

it("saves with Enter and shows the text again", async () => {
  const onSave = vi.fn(() => Promise.resolve(true));
  show(<EditableText label="Title" value="Old" onSave={onSave} />);
  await open();
  await userEvent.clear(screen.getByRole("textbox"));
  await userEvent.keyboard("New{Enter}");
  expect(onSave).toHaveBeenCalledExactlyOnceWith("New");
  expect(screen.queryByRole("textbox")).toBeNull();
});

it("keeps what was typed when it could not be saved", async () => {
  show(<EditableText label="Title" value="Old" onSave={() => Promise.resolve(false)} />);
  await open();
  await userEvent.keyboard(" and new{Enter}");
  expect(screen.getByRole<HTMLInputElement>("textbox").value).toBe("Old and new");
});

it("leaves it as it was with Esc", async () => {
  const onSave = vi.fn(() => Promise.resolve(true));
  show(<EditableText label="Title" value="Old" onSave={onSave} />);
  await open();
  await userEvent.keyboard("x{Escape}");
  expect(onSave).not.toHaveBeenCalled();
  expect(screen.getByRole("button").textContent).toContain("Old");
});

it("is plain text where nothing can be changed", () => {
  show(<EditableText label="Title" value="Old" isReadOnly onSave={() => Promise.resolve(true)} />);
  expect(screen.queryByRole("button")).toBeNull();
});

it("saves by what was read when writing began, whatever came in since", async () => {
  const before = vi.fn(() => Promise.resolve(true));
  const since = vi.fn(() => Promise.resolve(true));
  const { rerender } = show(<EditableText label="Title" value="Old" onSave={before} />);
  await open();
  rerender(<EditableText label="Title" value="Theirs" onSave={since} />);
  await userEvent.keyboard(" and new{Enter}");
  expect(before).toHaveBeenCalledExactlyOnceWith("Old and new");
  expect(since).not.toHaveBeenCalled();
});
