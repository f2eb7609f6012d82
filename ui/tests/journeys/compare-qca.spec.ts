import { fileURLToPath } from "node:url";

import { expectAccessible } from "./axe.ts";
import { expect, test } from "./desk.ts";
import type { Page } from "@playwright/test";

const DEFINITION = fileURLToPath(new URL("../../../examples/ics/qca.yaml", import.meta.url));
const row = (page: Page, number: number) => page.getByRole("button", { name: new RegExp(`^Row ${number},`) });
const panel = (page: Page) => page.getByRole("complementary", { name: "Behind a row" });

async function openQca(page: Page, port: number): Promise<void> {
  await page.goto(`http://127.0.0.1:${port}/compare/qca`);
  await page.getByRole("link", { name: "Trust that helps" }).click();
  await expect(row(page, 3)).toBeVisible();
}

test("by keys alone from a contradiction to its passages and back", async ({ page, example }) => {
  example.command("qca define", DEFINITION);
  await openQca(page, example.port);
  await expect(page.getByRole("list", { name: "Read this first" })).toContainText("7 rows are contradictory");
  await page.keyboard.press("t");
  await expect(row(page, 3)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(row(page, 5)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel(page).getByRole("heading", { name: "Row 5" })).toBeFocused();
  await expect(panel(page).getByRole("heading", { name: "Not in TRUST 1" })).toBeVisible();
  await expect(panel(page).getByRole("article").first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(row(page, 5)).toBeFocused();
  await expect(page).toHaveURL(/row=5/);
});

test("other cuts are tried, and stand in the address", async ({ page, example }) => {
  example.command("qca define", DEFINITION);
  await openQca(page, example.port);
  const inclusion = page.getByLabel("Inclusion from");
  await inclusion.fill("0.95");
  await inclusion.press("Enter");
  await expect(page.getByText("No row of the truth table reaches the cuts.").first()).toBeVisible();
  await expect(page).toHaveURL(/incl=0.95/);
  await page.getByLabel("Explain its absence").check();
  await expect(page.getByRole("img", { name: /conservative solution against ~TRUST: 32 cases/ })).toBeVisible();
});

test("an analysis is defined in a form; what is wrong with it is said, and nothing typed is lost", async ({
  page,
  example,
  complaints,
}) => {
  await page.goto(`http://127.0.0.1:${example.port}/compare/qca`);
  await page.getByRole("button", { name: "Define a QCA" }).click();
  const dialog = page.getByRole("dialog");
  const part = (name: string) => dialog.getByRole("group", { name });
  await dialog.getByLabel("Name needed").fill("Ties and trust");
  await part("Outcome").getByLabel("Short name").fill("TRUST");
  await part("Outcome").getByLabel("Read from").selectOption("code:Relationships and cultures > Trust");
  await part("Condition 1").getByLabel("Short name").fill("TENURE");
  await part("Condition 1").getByLabel("Read from").selectOption("attribute:tenure_years");
  await part("Condition 1").getByLabel("A case has it").selectOption("anchors");
  await part("Condition 1").getByLabel("Out; in doubt; in").fill("5; 2; 8");
  await part("Condition 2").getByLabel("Short name").fill("TIES");
  await part("Condition 2").getByLabel("Read from").selectOption("code:Relationships and cultures > Personal ties");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert")).toContainText("neither rise nor fall");
  complaints.length = 0; // the browser notes the answer 400
  await part("Condition 1").getByLabel("Out; in doubt; in").fill("1; 4.5; 10");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Ties and trust", level: 1 })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "TENURE" })).toBeVisible();
});
