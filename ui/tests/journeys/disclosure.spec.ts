import { writeFileSync } from "node:fs";

import { expectAccessible } from "./axe.ts";
import { expect, test } from "./desk.ts";
import { asked } from "./views.ts";
import type { Page } from "@playwright/test";

const note = (page: Page) => page.getByRole("button", { name: /quotes would let a reader find who spoke$/ });
const list = (page: Page) => page.getByRole("dialog", { name: "Before these quotes leave the study" });

async function search(page: Page, port: number): Promise<void> {
  await page.goto(`http://127.0.0.1:${port}/search?q=${encodeURIComponent("code:Trust and site:Harrowmere")}`);
  await expect(note(page)).toHaveText(/^20 of 20 quotes/);
}

test("by keys one sees which quotes would tell who spoke, and what helps", async ({ page, example }) => {
  await search(page, example.port);
  await note(page).focus();
  await page.keyboard.press("Enter");
  await expect(list(page).getByRole("heading", { name: "Too few share the label" })).toBeVisible();
  await expect(list(page).getByRole("listitem").filter({ hasText: "Charity chief executive, Harrowmere" }).first()).toContainText(
    "7 quotes, shared by 1",
  );
  const helps = list(page).getByRole("listitem").filter({ hasText: "Leave out the site: Director of public health" });
  await expect(helps).toContainText("3 share it");
  await page.keyboard.press("Escape");
  await expect(list(page)).toBeHidden();
  await expect(note(page)).toBeFocused();
});

test("a policy that refuses says so at the button, with a way out, and nothing is saved", async ({ page, example }) => {
  const policy = example.study.replace(/[^/]*$/, "policy.json");
  writeFileSync(policy, JSON.stringify({ exports: "refuse" }));
  example.command("disclose policy", policy);
  await search(page, example.port);
  await page.getByRole("link", { name: "Word" }).click();
  await expect(page.getByText("20 of 20 quotes would let a reader find who spoke (k < 3)")).toBeVisible();
  await expect(page.getByText("the study's disclosure policy refuses such exports")).toBeVisible();
  await note(page).click();
  await expect(list(page)).toContainText("holds back files with these quotes");
});

test("a code and a cell tell it too", async ({ page, example }) => {
  const { codes } = await asked<{ codes: { id: string; name: string }[] }>(page, "/api/codes");
  const trust = codes.find(({ name }) => name === "Trust")?.id ?? "";
  await page.goto(`http://127.0.0.1:${example.port}/codebook/${trust}`);
  await page.getByRole("tab", { name: "Passages" }).click();
  await expect(page.getByRole("button", { name: "49 of 49 would tell who spoke" })).toBeVisible();
  const coming = page.waitForEvent("download");
  await page.getByRole("tabpanel").getByRole("link", { name: "Word" }).click();
  expect((await coming).suggestedFilename()).toContain(".docx");
  await page.goto(`http://127.0.0.1:${example.port}/compare`);
  await page.getByRole("gridcell").filter({ hasText: /^[1-9]/ }).first().click();
  await expect(page.getByRole("button", { name: /^(\d+) of \1 would tell who spoke$/ })).toBeVisible();
  await expectAccessible(page);
});

test("before anything leaves one sees the policy and every risk, and what left is kept and joined with what comes", async ({ page, example }) => {
  await page.goto(`http://127.0.0.1:${example.port}/fieldwork?tab=release`);
  const risks = page.getByRole("region", { name: "What would tell who spoke" });
  await expect(risks.getByRole("heading", { name: "Too few share the label" })).toBeVisible();
  await expect(page.getByText("At least 3 participants share what is printed beside a quote")).toBeVisible();
  await page.getByRole("button", { name: "Change it" }).click();
  const policy = page.getByRole("dialog", { name: "What this study keeps to" });
  await policy.getByLabel("Least number who share a label").fill("2");
  await policy.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("At least 2 participants share what is printed beside a quote")).toBeVisible();

  await risks.getByLabel("together with the table of participants by site and sector").check();
  await expect(risks.getByRole("heading", { name: "The table shows small cells" })).toBeVisible();
  await expect(risks.getByRole("table").getByText("hidden").first()).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await page.getByRole("button", { name: "Record what leaves" }).click();
  const leaving = page.getByRole("dialog", { name: "What leaves the study" });
  await leaving.getByLabel("What it is called").fill("A talk");
  await leaving.getByLabel("Who has it then").fill("The board");
  await expectAccessible(page);
  await leaving.getByRole("button", { name: "Save" }).click();
  const log = page.getByRole("region", { name: /^What left/ });
  await expect(log.getByRole("row").last()).toContainText("The board");
  await expect(risks).toContainText(/Joined with \d+ quotes that left before/);
  await log.getByRole("button", { name: "Remove: A talk" }).click();
  await expect(log).toContainText("Nothing left the study yet.");
  await page.keyboard.press("Control+z");
  await expect(log.getByRole("row").last()).toContainText("A talk");
});

for (const scheme of ["light", "dark"] as const)
  test(`nothing stands in the way of anybody, ${scheme}`, async ({ page, example }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await search(page, example.port);
    await expectAccessible(page);
    await note(page).click();
    await expect(list(page).getByRole("listitem").first()).toBeVisible();
    await expectAccessible(page);
  });
