import type { Page } from "@playwright/test";

import { expectAccessible } from "./axe.ts";
import { expect, test } from "./desk.ts";
import { goTo, sourceNamed } from "./views.ts";

const STATEMENT = "Two in three leaders speak of trust.";
const sheet = (page: Page) => page.getByRole("article", { name: STATEMENT });
const beside = (page: Page) => page.getByRole("complementary", { name: "Beside the finding" });
const toast = (page: Page, words: string | RegExp) => page.getByRole("region", { name: "Messages" }).getByText(words);

/** Writes a finding by keys alone, as the first one or one more. */
async function write(page: Page): Promise<void> {
  await goTo(page, "/findings");
  await page.keyboard.press("n");
  await page.keyboard.type(STATEMENT);
  await page.keyboard.press("Enter");
  await expect(sheet(page)).toBeVisible();
}

test("a finding is written and checked by keys, and stands or falls with what others code", async ({ page, example }) => {
  await write(page);
  await page.keyboard.press("c");
  await page.keyboard.type("participants(code:tru");
  await page.keyboard.press("Enter"); // the code that is offered
  await page.keyboard.type(") = 2");
  await expect(sheet(page).getByText("22 of 32 participants")).toBeVisible();
  await expect(sheet(page).locator(".check-tried").getByText("contradicted")).toBeVisible();
  await page.keyboard.type("2");
  await expect(sheet(page).locator(".check-tried").getByText("supported")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(sheet(page).getByText("1 of 1 check holds today.")).toBeVisible();

  example.command("code", "ics_P01.txt", "Trust", "--at", "1181-1230");
  await expect(sheet(page).getByText("was 22 of 32, now 23 of 32: it no longer holds")).toBeVisible();
  const changed = page.getByRole("group", { name: "How they stand" }).getByRole("button", { name: /^changed/ });
  await changed.click();
  await expect(page.getByRole("option", { name: STATEMENT })).toContainText("was 22 of 32, now 23 of 32");
  await changed.click();

  await page.getByRole("button", { name: "Change the check" }).click();
  await page.getByRole("combobox", { name: "Check" }).fill("participants(code:Trust) is most");
  await expect(sheet(page).getByText("23 of 32 participants")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(sheet(page).getByText("1 of 1 check holds today.")).toBeVisible();
  example.command("code", "ics_P03.txt", "Trust", "--at", "400-440");
  await expect(sheet(page).getByText("was 23 of 32, now 24 of 32: it still holds")).toBeVisible();
  await page.keyboard.press("t");
  await expect(sheet(page).getByText("was 23 of 32, now 24 of 32")).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(sheet(page).getByText("was 23 of 32, now 24 of 32")).toBeVisible();
});

test("a passage reaches a finding by a key and by dragging, and the other side is looked for", async ({ page, example: _ }) => {
  await write(page);
  await page.keyboard.press("c");
  await page.getByRole("combobox", { name: "Check" }).fill("participants(code:Trust) >= 3");
  await page.keyboard.press("Enter");
  await expect(sheet(page).getByText("22 of 32 participants")).toBeVisible();
  const name = (await sheet(page).getAttribute("aria-label"))?.split(" ")[0] ?? "";
  const address = page.url();

  await goTo(page, "/search?q=code:Trust");
  await page.locator('[data-number="0"]').focus();
  await page.keyboard.press("q");
  await page.keyboard.type(name);
  await expect(page.getByRole("dialog").getByRole("option", { name })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(toast(page, /evidence|passage/i)).toBeVisible();
  await page.locator('[data-number="1"] .passage-handle').hover();
  await page.mouse.down();
  await page.mouse.move(700, 500, { steps: 3 });
  const drop = page.locator(`[data-drop="${name} quote"]`);
  await drop.hover();
  await drop.hover(); // the browser takes a second move to be over it
  await page.mouse.up();
  await expect(toast(page, /quote/i)).toBeVisible();
  await expect(page.locator(".finding-tray")).toBeHidden();

  await goTo(page, address);
  await expect(sheet(page).getByRole("heading", { name: "Evidence for it 1" })).toBeVisible();
  await expect(sheet(page).getByText("verbatim", { exact: true })).toBeVisible();
  await page.keyboard.press("x");
  await expect(beside(page).getByRole("heading", { name: /What speaks against/ })).toBeFocused();
  await expect(beside(page).getByText(/of 32 people did not say it/)).toBeVisible();
  await beside(page).locator("article.passage").first().getByRole("link").focus();
  await page.keyboard.press("a");
  await expect(sheet(page).getByRole("heading", { name: "Evidence against it 1" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(beside(page).getByRole("heading", { name: "Memos" })).toBeVisible();

  // Words selected in a text go the same way.
  await goTo(page, `${await sourceNamed(page, "ics_P02.txt")}?at=400-600`);
  await page.keyboard.press("q");
  await expect(page.getByRole("dialog", { name: "This passage and a finding" })).toBeVisible();
});

test("findings, quotes and quantity words are accessible in light and dark", async ({ page, example: _ }) => {
  await write(page);
  await page.keyboard.press("c");
  await page.getByRole("combobox", { name: "Check" }).fill("participants(code:trst) >= 3");
  await expect(sheet(page).locator(".query-slip")).toBeVisible();
  await page.keyboard.press("x");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  for (const part of ["quotes", "words"]) {
    await goTo(page, `/findings?part=${part}`);
    await expectAccessible(page);
  }
});
