import { expectAccessible } from "./axe.ts";
import { expect, test } from "./desk.ts";
import type { Page } from "@playwright/test";

const edge = (page: Page, name: string | RegExp) => page.getByRole("rowheader", { name }).getByRole("button");
const panel = (page: Page) => page.getByRole("complementary", { name: "Behind an edge" });

async function openInteractions(page: Page, port: number, query = ""): Promise<void> {
  await page.goto(`http://127.0.0.1:${port}/compare/interactions${query}`);
  await expect(page.getByRole("table", { name: "Interactions of factors" })).toBeVisible();
}

test("the table says what the graph shows, and by keys alone one reads an edge's passages", async ({ page, example }) => {
  await openInteractions(page, example.port);
  await expect(page.getByText("16 edges; who says so is counted of 32 interviewed.")).toBeVisible();
  await expect(page.getByRole("img", { name: /Graph of 16 factors and 16 edges/ })).toBeVisible();
  await page.keyboard.press("t");
  await page.keyboard.press("ArrowDown");
  await expect(edge(page, /^Short-term funding .* Staffing and capacity/)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel(page).getByRole("heading", { name: /Short-term funding → Staffing/ })).toBeFocused();
  await expect(panel(page).getByText("I lost seven to agency in December.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(edge(page, /^Short-term funding .* Staffing and capacity/)).toBeFocused();
});

test("edges are told by site, narrowed, and without a site", async ({ page, example }) => {
  await openInteractions(page, example.port);
  await page.getByRole("combobox", { name: /^By/ }).selectOption("sites");
  await expect(page.getByRole("columnheader", { name: "Harrowmere" })).toBeVisible();
  await page.getByRole("combobox", { name: /^Without/ }).selectOption("Ostrey Coast");
  await expect(page.getByText(/^12 edges; who says so is counted of/)).toBeVisible();
  await page.getByRole("combobox", { name: /^Without/ }).selectOption("");
  await page.getByLabel("What each rests on").check();
  await expect(page.getByRole("columnheader", { name: "Without Thornfell" })).toBeVisible();
  await page.getByRole("combobox", { name: /^Basis/ }).selectOption("inferred");
  await expect(page.getByText(/^3 edges;/)).toBeVisible();
});

test("a new interaction is added with the words of a participant, and can be undone", async ({ page, example }) => {
  await openInteractions(page, example.port);
  await page.getByRole("button", { name: "New interaction" }).click();
  const dialog = page.getByRole("dialog", { name: "New interaction" });
  await dialog.getByRole("combobox", { name: /^One factor/ }).selectOption("Trust");
  await dialog.getByRole("combobox", { name: /^Other factor/ }).selectOption("Shared vision");
  await dialog.getByRole("combobox", { name: /^Basis/ }).selectOption("asserted");
  await expect(dialog.getByRole("button", { name: "Add" })).toBeDisabled();
  await dialog.getByRole("combobox", { name: /^Source/ }).selectOption("ics_P16.txt");
  await dialog.getByLabel("Words of the passage").fill("because she rings and says: I have a foot");
  await dialog.getByRole("button", { name: "Add" }).click();
  await expect(dialog).toBeHidden();
  await expect(edge(page, /Shared vision and Trust/)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(edge(page, /Shared vision and Trust/)).toBeHidden();
});

for (const theme of ["light", "dark"] as const)
  test(`the view is accessible in ${theme}`, async ({ page, example }) => {
    await page.emulateMedia({ colorScheme: theme });
    await openInteractions(page, example.port, "?by=sector");
    await edge(page, /^Restructuring .* Decision making/).click();
    await expect(panel(page).getByText("Speaks against it")).toBeVisible();
    await expectAccessible(page);
  });
