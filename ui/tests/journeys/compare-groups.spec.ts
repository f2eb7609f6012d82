import { expectAccessible } from "./axe.ts";
import { expect, test } from "./desk.ts";
import { goTo } from "./views.ts";

test("codes that meet are told with their unit, and a number opens its passages by keys", async ({ page, example: _ }) => {
  await goTo(page, "/compare");
  await page.getByRole("navigation", { name: "Ways of comparing" }).getByRole("link", { name: "Co-occurrence" }).click();
  await expect(page.getByRole("heading", { name: "Codes that meet", level: 1 })).toBeVisible();
  await expect(page.getByText("Codes meet where their passages share text. Passages are counted, of 501")).toBeVisible();
  await page.getByLabel("Meet in").selectOption("turn");
  await expect(page.getByText("Codes meet where they lie in the same turn. Turns are counted, of 304")).toBeVisible();
  await page.getByLabel("People by").selectOption("sites");
  await expect(page.getByRole("columnheader", { name: "Harrowmere (of 12)" })).toBeVisible();

  await page.keyboard.press("t");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Governance and leadership and External factors: 14 of 32" })).toBeFocused();
  await expect(page).toHaveURL(/second=External/);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("gridcell", { name: "Governance and leadership and External factors, People (of 32): 14" })).toBeFocused();
  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: "SVG" }).press("Enter");
  expect((await saving).suggestedFilename()).toMatch(/co-occurrence\.svg$/);
  await expectAccessible(page);
});

test("groups are compared with warnings first, and what speaks against a code is found", async ({ page, example: _ }) => {
  await goTo(page, "/compare/groups?by=sector");
  await expect(page.getByText(/^Few people in Community \(5\)/)).toBeVisible();
  await expect(page.getByText("Community (5 interviewed) against all others, of 32.")).toBeVisible();
  await page.getByRole("combobox", { name: "Group", exact: true }).selectOption("Public health");
  await page.getByRole("combobox", { name: "against", exact: true }).selectOption("Social care");
  await expect(page.getByText(/Public health \(6 interviewed\) against Social care \(4\)\. The test looks at all 36 ways/)).toBeVisible();

  await page.getByRole("gridcell", { name: /^Relationships and cultures > Trust, Public health \(of 6\)/ }).click();
  await expect(page.getByRole("heading", { name: "Relationships and cultures > Trust, Public health: 5 of 6" })).toBeVisible();
  await page.getByRole("button", { name: "What speaks against it" }).press("Enter");
  await expect(page.getByRole("heading", { name: "What speaks against it: Relationships and cultures > Trust, Public health" })).toBeVisible();
  await page.getByLabel("Statement").selectOption("constraining");
  await expect(page.getByRole("heading", { name: /^Most typical/ })).toBeVisible();
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
});
