import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";

import type { Page } from "@playwright/test";

import { expectAccessible } from "./axe.ts";
import { test as base, expect, withDesk } from "./desk.ts";
import type { Desk } from "./desk.ts";
import { commands } from "./example-study.ts";
import { asked } from "./views.ts";

/** A study in which something was done eight days ago, three days ago and today. */
const test = base.extend<{ twoWeeks: Desk }>({
  twoWeeks: async ({ page, complaints: _ }, use) => {
    const script = join(import.meta.dirname, "make_last_week.py");
    const make = (path: string) => execFileSync(join(commands, "python"), [script, path]);
    await withDesk(page, make, use);
  },
});

const done = (page: Page) => page.getByRole("listbox", { name: /What was done/ });
const entry = (page: Page, sentence: string) => done(page).getByRole("option", { name: sentence });
const panel = (page: Page) => page.getByRole("complementary", { name: "What was done" });
const toHistory = async (page: Page) => {
  await page.getByRole("link", { name: "History", exact: true }).click();
  await expect(done(page)).toBeVisible();
};

test("what was done is listed newest first, and says what it changed", async ({ page, twoWeeks: _ }) => {
  await toHistory(page);
  await expect(done(page).getByRole("option").first()).toContainText("added the code “Fear”");
  await expect(done(page).getByRole("option").last()).toContainText("began the study");

  await page.keyboard.press("l");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page).toHaveURL(/\/history\/[0-9a-f]+:\d+$/);
  await expect(panel(page).getByText("Readiness to rely on somebody")).toBeVisible();
  await expect(panel(page).getByText("Readiness to rely on others")).toBeVisible();

  await page.getByRole("combobox", { name: "What", exact: true }).selectOption("Codings");
  await expect(done(page).getByRole("option")).toHaveCount(1);
  await expect(page).toHaveURL(/kind=coding/);
  await page.getByRole("combobox", { name: "Who", exact: true }).selectOption("Ama");
  await expect(done(page).getByRole("option")).toHaveCount(1);
  await page.getByLabel("To", { exact: true }).fill("2020-01-01");
  await expect(page.getByText("Nothing here was done like that")).toBeVisible();
  await page.getByRole("button", { name: "Show everything" }).first().click();
  await expect(entry(page, "“Fear”")).toBeVisible();
});

test("anything is undone and done again from the history, however old", async ({ page, twoWeeks: _ }) => {
  await toHistory(page);
  await entry(page, "“Money”").click();
  await panel(page).getByRole("button", { name: "Undo this" }).click();
  await expect(entry(page, "Ama added the code “Money”")).toContainText("undone");
  await expect(done(page).getByRole("option").first()).toContainText("undid");
  await expect(page.getByRole("link", { name: /Codebook/ })).toContainText("3");

  await panel(page).getByRole("button", { name: "Do it again" }).click();
  await expect(entry(page, "Ama added the code “Money”")).not.toContainText("undone");
  await expect(page.getByRole("link", { name: /Codebook/ })).toContainText("4");
});

test("undoing says what it would leave as it is", async ({ page, twoWeeks: _ }) => {
  await toHistory(page);
  await entry(page, "added the code “Trust”").click();
  await expect(panel(page).getByText("Undoing would not bring everything back")).toBeVisible();
});

test("the study is seen as it was last week, and nothing can be changed there", async ({ page, twoWeeks: _ }) => {
  await toHistory(page);
  await page.getByRole("button", { name: "A week ago" }).click();
  await expect(page).toHaveURL(/\/\?as_of=\d{4}-\d{2}-\d{2}$/);
  const banner = page.getByRole("status").filter({ hasText: "The study as it was on" });
  await expect(banner).toContainText("Approximate");
  await expect(page.getByRole("main").getByText("2 codes")).toBeVisible();

  await page.getByRole("link", { name: /Codebook/ }).click();
  await expect(banner).toBeVisible();
  await expect(page.getByText("Trust").first()).toBeVisible();
  await expect(page.getByText("Hope")).toHaveCount(0);
  await toHistory(page);
  await expect(entry(page, "“Hope”")).toHaveCount(0);
  await entry(page, "“Money”").click();
  await expect(panel(page).getByRole("button", { name: "Undo this" })).toHaveCount(0);
  await expect(panel(page).getByText("nothing can be undone here")).toBeVisible();
  await page.keyboard.press("Control+z");

  await page.getByRole("button", { name: "Back to now" }).click();
  await expect(banner).toHaveCount(0);
  await expect(entry(page, "“Hope”")).not.toContainText("undone");
});

test("the study is seen exactly as it was after one operation", async ({ page, twoWeeks: _ }) => {
  await toHistory(page);
  await entry(page, "“Hope”").click();
  await panel(page).getByRole("button", { name: "See the study as of here" }).click();
  const banner = page.getByRole("status").filter({ hasText: "added the code “Hope”" });
  await expect(banner).toContainText("Exact");
  await expect(page.getByRole("main").getByText("3 codes")).toBeVisible();
});

test("what another program does appears by itself, and moves nothing that is read", async ({ page, twoWeeks }) => {
  await toHistory(page);
  await entry(page, "“Money”").click();
  execFileSync(join(commands, "crosscase"), ["codes", "add", twoWeeks.study, "Quiet", "--as", "Ben"]);
  await expect(entry(page, "“Quiet”")).toBeVisible();
  await expect(entry(page, "“Money”")).toHaveAttribute("aria-selected", "true");
});

test("two names that were given apart show both, and one click settles them", async ({ page, twoWeeks }) => {
  const other = join(dirname(twoWeeks.study), "other.crosscase");
  const run = (...words: string[]) => execFileSync(join(commands, "crosscase"), words);
  run("copy", twoWeeks.study, other);
  run("codes", "rename", other, "Trust", "Reliance", "--as", "Ben");
  run("codes", "rename", twoWeeks.study, "Trust", "Confidence", "--as", "Ama");
  run("merge", twoWeeks.study, other, "--as", "Ama");

  await page.getByRole("link", { name: "Home" }).click();
  await expect(page.getByText("1 thing was changed in two ways at once")).toBeVisible();
  await expectAccessible(page);
  await toHistory(page);
  await page.getByRole("button", { name: "This one stands: Reliance" }).click();
  await expect(page.getByText("was changed in two ways at once")).toHaveCount(0);
  const { codes } = await asked<{ codes: { name: string }[] }>(page, "/api/codes");
  expect(codes.map(({ name }) => name)).toContain("Reliance");
});

test("the list prints as a table, and is had as a Word file", async ({ page, twoWeeks: _ }) => {
  await toHistory(page);
  const href = await page.getByRole("link", { name: "Word" }).getAttribute("href");
  expect((await page.request.get(new URL(href ?? "", page.url()).href)).ok()).toBe(true);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(page.getByRole("table")).toContainText("added the code “Hope”");
  await expect(done(page)).toBeHidden();
});

for (const colorScheme of ["light", "dark"] as const)
  test(`the history is accessible in ${colorScheme}`, async ({ page, twoWeeks: _ }) => {
    await page.emulateMedia({ colorScheme });
    await toHistory(page);
    await expectAccessible(page);
    await entry(page, "“Trust”").first().click();
    await expect(panel(page).getByText("What it changed")).toBeVisible();
    await expectAccessible(page);
  });
