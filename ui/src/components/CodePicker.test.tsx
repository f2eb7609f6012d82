import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";

import { show } from "../testing/showing";
import { CodePicker } from "./CodePicker";

const code = (id: string, name: string, more: { status?: "retired"; codable?: boolean } = {}) => ({
  id,
  name,
  path: ["Governance", name],
  colour: null,
  codable: true,
  status: null,
  counts: { passages: 3 },
  ...more,
});
const codes = [
  code("1", "Trust"),
  code("2", "Place against system"),
  code("3", "Placement of staff"),
  code("4", "Placebo", { status: "retired" }),
  code("5", "Places", { codable: false }),
];
const none = () => undefined;
const options = () => screen.queryAllByRole("option").map((each) => each.querySelector(".name")?.textContent);

it("codes with a few letters and Enter", async () => {
  const onPick = vi.fn();
  show(<CodePicker codes={codes} onPick={onPick} onClose={none} />);
  await userEvent.keyboard("place{ArrowDown}{Enter}");
  expect(onPick).toHaveBeenCalledExactlyOnceWith("2");
});

it("offers neither retired codes nor those that only gather others", async () => {
  show(<CodePicker codes={codes} onPick={none} onClose={none} />);
  await userEvent.keyboard("place");
  expect(options()).toEqual(["Placement of staff", "Place against system"]);
});

it("shows the last codes used first", () => {
  show(<CodePicker codes={codes} lastUsed={["3"]} onPick={none} onClose={none} />);
  expect(options()[0]).toBe("Placement of staff");
});

it("makes a new code with Shift and Enter, unless there is one of that name", async () => {
  const onNew = vi.fn();
  show(<CodePicker codes={codes} onPick={none} onNew={onNew} onClose={none} />);
  await userEvent.keyboard("place{Shift>}{Enter}{/Shift}");
  expect(onNew).toHaveBeenCalledExactlyOnceWith("place");
  await userEvent.clear(screen.getByRole("combobox"));
  await userEvent.keyboard("trust");
  expect(screen.queryByText(/New code/)).toBeNull();
});

it("tells screen readers which code Enter would take", async () => {
  show(<CodePicker codes={codes} onPick={none} onClose={none} />);
  await userEvent.keyboard("{ArrowDown}");
  const active = screen.getByRole("combobox").getAttribute("aria-activedescendant");
  expect(document.getElementById(active ?? "")?.getAttribute("aria-selected")).toBe("true");
});

it("closes with Esc", async () => {
  const onClose = vi.fn();
  show(<CodePicker codes={codes} onPick={none} onClose={onClose} />);
  await userEvent.keyboard("{Escape}");
  expect(onClose).toHaveBeenCalledOnce();
});
