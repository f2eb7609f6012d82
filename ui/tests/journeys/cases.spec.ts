import type { Locator, Page } from "@playwright/test";

import { expectAccessible } from "./axe.ts";
import { expect, test } from "./desk.ts";

const grid = (page: Page) => page.getByRole("grid", { name: "Cases and their attributes" });

/** The cell of a case in a column, while both are in sight. */
async function cell(page: Page, name: string, column: string): Promise<Locator> {
  const row = grid(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
  const head = grid(page).getByRole("columnheader", { name: column });
  const place = await head.getAttribute("aria-colindex");
  return row.locator(`[aria-colindex="${String(place)}"]`);
}

/** Goes to a cell, and waits until it is the one that keys and the clipboard mean. */
async function choose(page: Page, name: string, column: string): Promise<void> {
  const chosen = await cell(page, name, column);
  await chosen.click();
  await expect(chosen).toHaveAttribute("aria-selected", "true");
}

async function openGrid(page: Page): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: /Cases/ }).click();
  await expect(grid(page)).toBeVisible();
  await expect(grid(page).getByRole("rowheader").first()).toBeVisible();
}

/** Pastes as a spreadsheet's user would: what is on the clipboard comes by the paste event. */
async function paste(page: Page, text: string): Promise<void> {
  await grid(page).evaluate((element, words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", words);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test("a cell is typed into by the keyboard alone, and Ctrl Z takes it back", async ({ page, example }) => {
  await openGrid(page);
  await choose(page, "P01", "role");
  await page.keyboard.type("Chair of the board");
  await page.keyboard.press("Enter");
  await expect(await cell(page, "P01", "role")).toHaveText("Chair of the board");
  await expect(await cell(page, "P02", "role")).toHaveAttribute("aria-selected", "true");
  await expect(await cell(page, "P02", "role")).toHaveText("Director of finance");
  await page.keyboard.press("F2");
  await page.keyboard.press("Escape");
  await expect(grid(page)).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "value" })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(await cell(page, "P01", "role")).toHaveText("Director of strategy");
  expect(example.command("cases")).toContain("P01");
});

test("a value that does not fit its type stays in the cell with what is wrong", async ({ page, example: _ }) => {
  await openGrid(page);
  await (await cell(page, "P01", "interviewed_on")).dblclick();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("in spring");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "is not a day" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(await cell(page, "P01", "interviewed_on")).toHaveText("2023-02-07");
});

test("a range is pasted as one step, with a look at what it would overwrite", async ({ page, example: _ }) => {
  await openGrid(page);
  await choose(page, "P01", "role");
  await paste(page, "Nurse\tcommunity\nPorter\tacute\n");
  const dialog = page.getByRole("dialog", { name: "Paste into the grid" });
  await expect(dialog.getByText("4 cells have another value now")).toBeVisible();
  await expect(await cell(page, "P01", "role")).toHaveText("Director of strategy");
  await dialog.getByRole("button", { name: "Paste 4 cells" }).click();
  await expect(await cell(page, "P01", "role")).toHaveText("Nurse");
  await expect(await cell(page, "P02", "sector")).toHaveText("acute");
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(await cell(page, "P01", "role")).toHaveText("Director of strategy");
  await expect(await cell(page, "P02", "sector")).not.toHaveText("acute");
});

test("a paste in which something does not fit says which cell and why, and stores nothing", async ({
  page,
  example: _,
}) => {
  await openGrid(page);
  await choose(page, "P03", "interviewed_on");
  await paste(page, "2024-05-01\nsoon\n");
  const dialog = page.getByRole("dialog", { name: "Paste into the grid" });
  const unfit = dialog.getByRole("row", { name: /P04, interviewed_on soon/ });
  await expect(unfit).toContainText("is not a day");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(await cell(page, "P03", "interviewed_on")).toHaveText("2023-03-01");
});

test("a range is copied, filled down and cleared by keys", async ({ page, example: _ }) => {
  await openGrid(page);
  await choose(page, "P01", "role");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(await cell(page, "P02", "role")).toHaveAttribute("aria-selected", "true");
  const copied = await grid(page).evaluate((element) => {
    const clipboardData = new DataTransfer();
    element.dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData("text/plain");
  });
  expect(copied).toBe("Director of strategy\nDirector of finance");
  await page.keyboard.press("Control+d");
  await expect(await cell(page, "P02", "role")).toHaveText("Director of strategy");
  await page.keyboard.press("Delete");
  await expect(await cell(page, "P01", "role")).toHaveText("");
  await expect(await cell(page, "P02", "role")).toHaveText("");
});

test("columns are sorted and filtered from their heads, by the keyboard", async ({ page, example: _ }) => {
  await openGrid(page);
  await choose(page, "P01", "sector");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Filter…" }).press("Enter");
  await page.getByLabel("Words").fill("public health");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: /of 32 shown/ })).toBeVisible();
  await expect(grid(page)).toBeFocused();
  await page.getByRole("button", { name: "Show all by sector again" }).click();
  await page.keyboard.press("/");
  await page.keyboard.type("P20");
  await expect(grid(page).getByRole("row")).toHaveCount(2);
  await expect(page.getByText("1 participant is in two sites")).toBeVisible();
});

test("a list of participants is pasted into an empty study, tried first, then taken as one step", async ({
  page,
  empty,
}) => {
  await page.getByRole("navigation").getByRole("link", { name: /Cases/ }).click();
  await page.getByRole("button", { name: "Paste or import a table" }).click();
  await page
    .getByRole("textbox", { name: "Table" })
    .fill("name\tsite\tsector\tyears\nP01\tSaltmarsh\tsocial care\t4\nP02\tEstuary\thealth\t11\n");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText("2 new cases")).toBeVisible();
  await page.getByLabel("Type of sector").selectOption("choice");
  await page.getByRole("button", { name: "Take in 2 cases" }).click();
  await expect(await cell(page, "P02", "Site")).toHaveText("Estuary");
  await expect(page.getByRole("button", { name: /Sites 2/ })).toBeVisible();
  expect(empty.command("cases")).toContain("P02");

  await test.step("a coarser value of an attribute", async () => {
    await grid(page).getByRole("columnheader", { name: "sector" }).click();
    await page.getByRole("menuitem", { name: /coarser values/ }).click();
    await page.getByLabel("What social care counts as").fill("local government");
    await page.getByRole("button", { name: "Save" }).click();
    await grid(page).getByRole("columnheader", { name: "sector" }).click();
    await page.getByRole("menuitem", { name: /coarser values/ }).click();
    await expect(page.getByLabel("What social care counts as")).toHaveValue("local government");
    await page.keyboard.press("Escape");
  });

  await test.step("a case and an attribute more", async () => {
    await page.keyboard.press("Alt+n");
    await page.getByRole("dialog").getByLabel(/^Name/).fill("P03");
    await page.keyboard.press("Enter");
    await expect(grid(page).getByRole("rowheader", { name: "P03" })).toBeVisible();
    await expect(grid(page).getByRole("rowheader", { name: "P03" })).toContainText("not interviewed yet");
    await page.getByRole("button", { name: "Add an attribute" }).click();
    await page.getByRole("dialog").getByLabel(/^Name/).fill("consented");
    await page.getByRole("dialog").getByLabel("Type").selectOption("truth");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await expect(grid(page).getByRole("columnheader", { name: "consented" })).toBeVisible();
  });
});

test("a case is put into a second site in the side panel, and the one that counts is marked", async ({
  page,
  example: _,
}) => {
  await openGrid(page);
  await grid(page).getByRole("rowheader", { name: "P01" }).click();
  const panel = page.getByRole("complementary", { name: "The case" });
  await panel.getByRole("button", { name: "Put into…" }).click();
  await page.getByRole("combobox", { name: "Into" }).selectOption({ label: "Thornfell" });
  await page.getByRole("textbox", { name: /^Share/ }).fill("40");
  await page.getByRole("button", { name: "Put in", exact: true }).click();
  await expect(panel.getByText("In two sites: counted in both, once in totals.")).toBeVisible();
  await expect(panel.getByText("40%")).toBeVisible();
  await expect(page.getByText("2 are in two sites")).toBeVisible();
  await panel.getByRole("button", { name: "Take out of Thornfell" }).click();
  await expect(page.getByText("1 participant is in two sites")).toBeVisible();
});

test("the tree shows who lies where, and puts a case into another by a key", async ({ page, example: _ }) => {
  await openGrid(page);
  await page.getByRole("button", { name: "Tree" }).click();
  const tree = page.getByRole("treegrid", { name: "Sites, organisations and participants" });
  const organisation = tree.getByRole("row", { name: /^Harbour Shed/ });
  await organisation.click();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Put Harbour Shed into" });
  await dialog.getByRole("combobox", { name: "Into" }).selectOption({ label: "Thornfell" });
  await dialog.getByRole("button", { name: "Put in", exact: true }).click();
  await expect(tree.getByRole("row", { name: /^Harbour Shed/ })).toHaveCount(2);
});

test("the cases are readable by all, in light and dark", async ({ page, example: _ }) => {
  await openGrid(page);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await page.getByRole("button", { name: "Tree" }).click();
  await expect(page.getByRole("treegrid")).toBeVisible();
  await expectAccessible(page);
});

test("all cases are printed, not only those in sight", async ({ page, example: _ }) => {
  await openGrid(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(33);
});
