import { expectAccessible } from "./axe.ts";
import { expect, test } from "./desk.ts";
import type { Page } from "@playwright/test";

const grid = (page: Page) => page.getByRole("grid");
const cell = (page: Page, name: string | RegExp) => page.getByRole("gridcell", { name });
const panel = (page: Page) => page.getByRole("complementary", { name: "Behind a cell" });

async function openCompare(page: Page, port: number, query = ""): Promise<void> {
  await page.goto(`http://127.0.0.1:${port}/compare${query}`);
  await expect(grid(page)).toBeVisible();
}

test("codes stand by sites with how many people, of how many, and why", async ({ page, example }) => {
  await page.getByRole("navigation").getByRole("link", { name: "Compare" }).click();
  await expect(page.getByRole("heading", { name: "All codes by sites", level: 1 })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Harrowmere 12 interviewed" })).toBeVisible();
  await expect(cell(page, "Crowding out, Harrowmere: 5 of 12")).toHaveText("5 of 12");
  await expect(cell(page, "All, All: 32 of 32")).toBeVisible();
  const notes = page.getByRole("region", { name: "Notes" });
  await expect(notes).toContainText("1 participant is in more than one site");
  await expect(notes).toContainText("no sums of the cells");
  await expect(notes).toContainText("Small numbers: compare with care");
  expect(example.port).toBeGreaterThan(0);
});

test("by keys alone one goes to a cell, reads its passages, and comes back to it", async ({ page, example }) => {
  await openCompare(page, example.port);
  await page.keyboard.press("t");
  await expect(cell(page, /^Motivation and purpose, Harrowmere/)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  const wanted = cell(page, /^Crowding out, Ostrey Coast: 6 of 11/);
  await expect(wanted).toBeFocused();
  await page.keyboard.press("Enter");
  const title = panel(page).getByRole("heading", { name: "Crowding out, Ostrey Coast: 6 of 11" });
  await expect(title).toBeFocused();
  await expect(panel(page).getByRole("heading", { name: "Did not say it 5" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(wanted).toBeFocused();
  await page.keyboard.press("Control+End");
  await expect(cell(page, /^All, All/)).toBeFocused();
  await page.keyboard.press("Control+Home");
  await expect(cell(page, /^Motivation and purpose, Harrowmere/)).toBeFocused();
});

test("from a cell to the passage in its source, and Back to the same cell", async ({ page, example }) => {
  await openCompare(page, example.port);
  await cell(page, /^Trust, Thornfell/).click();
  const first = panel(page).getByRole("article").first();
  const link = first.getByRole("link");
  await link.click();
  await expect(page).toHaveURL(/\/sources\/[0-9a-f-]+\?at=\d+-\d+/);
  await page.goBack();
  await expect(cell(page, /^Trust, Thornfell/)).toBeFocused();
  await expect(panel(page).getByRole("heading", { name: /^Trust, Thornfell: 7 of 10/ })).toBeVisible();
});

test("what is compared stands in the address", async ({ page, example }) => {
  await openCompare(page, example.port);
  await page.getByRole("combobox", { name: "Columns", exact: true }).selectOption({ label: "Sector" });
  await page.getByRole("combobox", { name: "Count", exact: true }).selectOption({ label: "Passages" });
  await page.getByLabel("Where", { exact: true }).fill("coder:Ama");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/columns=sector&count=passages&where=coder%3AAma/);
  await expect(page.getByRole("columnheader", { name: /Public health/ })).toBeVisible();
  await expect(grid(page)).toHaveAttribute("aria-busy", "false");
  const total = await cell(page, /^All, All/).textContent();
  await page.reload();
  await expect(cell(page, /^All, All/)).toHaveText(total ?? "");
  await expect(page.getByLabel("Where", { exact: true })).toHaveValue("coder:Ama");
});

test("rows are put in order, empty ones hidden, and the table turned", async ({ page, example }) => {
  await openCompare(page, example.port, "?rows=codes");
  const names = () => page.getByRole("rowheader").allTextContents();
  await page.getByLabel("Order of rows").selectOption({ label: "By name" });
  await expect.poll(names).toEqual([
    "Does not fit the framework",
    "External factors",
    "Governance and leadership",
    "Motivation and purpose",
    "Relationships and cultures",
    "Resources and capabilities",
    "All",
  ]);
  await page.getByLabel("Order of rows").selectOption({ label: "By total" });
  await expect.poll(async () => (await names())[0]).toBe("Relationships and cultures");
  await page.getByRole("button", { name: "Swap rows and columns" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sites by top codes");
  await expect(cell(page, /^Harrowmere, Relationships and cultures: 12 of 12/)).toBeVisible();
  await page.goto(`http://127.0.0.1:${example.port}/compare?where=participant:P01`);
  await expect(page.getByText(/empty rows are hidden/)).toBeHidden();
  await page.getByLabel("Hide empty rows").check();
  await expect(page.getByText(/empty rows are hidden/)).toBeVisible();
});

test("codes by codes count the passages that both cover", async ({ page, example }) => {
  await openCompare(page, example.port, "?rows=codes:all&columns=codes:all&count=passages");
  await expect(page.getByRole("region", { name: "Notes" })).toContainText("both codes cover");
  const text = await cell(page, /^Trust, Personal ties:/).getAttribute("aria-label");
  const turned = await cell(page, /^Personal ties, Trust:/).getAttribute("aria-label");
  expect(text?.split(": ")[1]).toBe(turned?.split(": ")[1]);
  await openCompare(page, example.port, "?rows=sector&columns=role&count=participants");
  await expect(cell(page, /^All, All: 32 of 32/)).toBeVisible();
});

test("a slip in the condition is marked at its place", async ({ page, example, complaints }) => {
  await openCompare(page, example.port);
  await page.getByLabel("Where", { exact: true }).fill("coder:Ama trust");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("is more than one word");
  await expect(page.getByRole("main").getByRole("alert").locator("mark")).toHaveText("Ama trust");
  await page.getByRole("button", { name: "How to write a condition" }).click();
  await page.getByRole("button", { name: "coder:Ama", exact: true }).click();
  await expect(grid(page)).toBeVisible();
  complaints.length = 0; // the browser notes the answer 400
});

test("the table is had for Word, Excel and as csv", async ({ page, example }) => {
  await openCompare(page, example.port, "?columns=sector");
  for (const [name, ending] of [["Word", ".docx"], ["Excel", ".xlsx"], ["CSV", ".csv"]] as const) {
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name, exact: true }).click();
    expect((await coming).suggestedFilename()).toContain(ending);
  }
});

test("printed, it is the whole table on A3 and nothing that only screens need", async ({ page, example }) => {
  await openCompare(page, example.port);
  const inSight = await page.getByRole("rowheader").count();
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect.poll(() => page.getByRole("rowheader").count()).toBe(42);
  expect(inSight).toBeLessThanOrEqual(42);
  await expect(page.getByRole("combobox", { name: "Rows", exact: true })).toBeHidden();
  await expect(page.getByRole("navigation")).toBeHidden();
  await expect(page.getByRole("region", { name: "Notes" })).toBeVisible();
});

test("a study without codes says what to do first", async ({ page, empty }) => {
  await page.goto(`http://127.0.0.1:${empty.port}/compare`);
  await expect(page.getByRole("heading", { name: "There is nothing to compare yet" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Add sources" })).toBeVisible();
  await expectAccessible(page);
});

for (const scheme of ["light", "dark"] as const)
  test(`nothing stands in the way of anybody, ${scheme}`, async ({ page, example }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openCompare(page, example.port);
    await cell(page, /^Crowding out, Harrowmere/).click();
    await expect(panel(page).getByRole("article").first()).toBeVisible();
    await expectAccessible(page);
  });
