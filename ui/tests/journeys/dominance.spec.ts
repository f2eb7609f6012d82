import { expectAccessible } from "./axe.ts";
import { expect, test } from "./desk.ts";
import type { Page } from "@playwright/test";

const number = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const panel = (page: Page) => page.getByRole("complementary", { name: "Behind a number" });

async function openCause(page: Page, port: number): Promise<void> {
  await page.goto(`http://127.0.0.1:${port}/compare/dominance`);
  await page.getByLabel("Cause").selectOption("External factors");
  await expect(page.getByRole("table", { name: "“External factors” by domain" })).toBeVisible();
}

test("a cause is told by domain, and every number opens its passages by keys alone", async ({ page, example }) => {
  await openCause(page, example.port);
  await expect(number(page, "All domains, Statements: 33")).toBeVisible();
  await page.keyboard.press("t");
  await expect(number(page, "Motivation and purpose, Statements: 11")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(number(page, "Resources and capabilities, Statements: 4")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel(page).getByRole("heading", { name: "Resources and capabilities, Statements" })).toBeFocused();
  await expect(panel(page).getByRole("article")).toHaveCount(4);
  await page.keyboard.press("Escape");
  await expect(number(page, "Resources and capabilities, Statements: 4")).toBeFocused();
});

test("a named analyst judges, and the judgement says when its conditions have changed", async ({ page, example }) => {
  await openCause(page, example.port);
  await expect(page.getByText("Nobody has judged this cause yet.")).toBeVisible();
  await page.getByRole("button", { name: "Judge this cause" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("I judge").selectOption("dominant");
  await dialog.getByLabel("Reason").fill("In every domain, though a target brought the money twice");
  await dialog.getByRole("button", { name: "Save" }).click();
  const judgements = page.getByRole("region", { name: "Judgements" });
  await expect(judgements.getByText(/judged by Ama/)).toBeVisible();
  await expect(judgements.getByText("Since changed")).toBeHidden();
  const said = ["--source", "ics_P10.txt", "--quote", "we just get a new lanyard"];
  const added = example.command("interactions add", "Restructuring", "Trust", "--directed", "--basis", "asserted", ...said);
  const interaction = /\(([0-9a-f-]{36})\)/.exec(added)?.[1] ?? "";
  const words = "because she rings and says: I have a foot";
  example.command("interactions evidence", interaction, "ics_P16.txt", "--quote", words, "--against");
  await expect(judgements.getByText("Since changed: counter-evidence is listed.")).toBeVisible();
});

for (const theme of ["light", "dark"] as const)
  test(`the view is accessible in ${theme}`, async ({ page, example }) => {
    await page.emulateMedia({ colorScheme: theme });
    await openCause(page, example.port);
    await number(page, "All domains, Counter-evidence: 6").click();
    await expect(panel(page).getByRole("article")).toHaveCount(6);
    await expectAccessible(page);
  });
