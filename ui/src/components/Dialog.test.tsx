import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterAll, beforeAll, expect, it, vi } from "vitest";

import { show } from "../testing/showing";
import { Dialog } from "./Dialog";

// The page that tests run in lacks what the dialog asks of a browser.
beforeAll(() => vi.stubGlobal("CSS", { escape: String }));
afterAll(() => vi.unstubAllGlobals());

const none = () => undefined;

function leaveFocusNowhere() {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  expect(document.activeElement).toBe(document.body);
}

it("closes by Esc even where the button that was pressed has gone with the focus", async () => {
  const onClose = vi.fn();
  show(
    <Dialog title="Move it" onClose={onClose}>
      Where to?
    </Dialog>,
  );
  leaveFocusNowhere();
  await userEvent.keyboard("{Escape}");
  expect(onClose).toHaveBeenCalledOnce();
});

it("brings the focus back into itself with the next key", async () => {
  show(
    <Dialog title="Move it" onClose={none}>
      Where to?
    </Dialog>,
  );
  leaveFocusNowhere();
  await userEvent.keyboard("{ArrowDown}");
  expect(document.activeElement).toBe(screen.getByRole("dialog"));
});

it("leaves the keys to the dialog that lies over it", async () => {
  const [below, above] = [vi.fn(), vi.fn()];
  show(
    <>
      <Dialog title="Below" onClose={below}>
        Below
      </Dialog>
      <Dialog title="Above" onClose={above}>
        Above
      </Dialog>
    </>,
  );
  leaveFocusNowhere();
  await userEvent.keyboard("{Escape}");
  expect(above).toHaveBeenCalledOnce();
  expect(below).not.toHaveBeenCalled();
});
