import type { Page } from "@playwright/test";

import { expectAccessible } from "./axe.ts";
import { expect, test } from "./desk.ts";

const list = (page: Page) => page.getByRole("listbox", { name: "Memos" });
const text = (page: Page) => page.getByRole("textbox", { name: "Text of the memo" });

/** Nothing serious, in light and in dark. */
async function expectBothAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
}

test("memos are found by words, kind and what they hang on, and read by arrows", async ({ page, example }) => {
  await page.goto(`http://127.0.0.1:${example.port}/memos`);
  await expect(list(page).getByRole("option")).toHaveCount(8);
  await page.keyboard.press("/");
  await page.keyboard.type("fish dock");
  await expect(list(page).getByRole("option")).toHaveCount(1);
  await page.getByLabel("Words in the memos").fill("");
  await page.locator(".memo-filters select").first().selectOption("reflexive");
  await expect(list(page).getByRole("option")).toHaveCount(2);
  await expect(page).toHaveURL(/kind=reflexive/);
  await list(page).getByRole("option").first().click();
  await expect(text(page)).toHaveValue(/P11 is easy to like/);
  await page.keyboard.press("ArrowDown");
  await expect(text(page)).toHaveValue(/I noticed that I gave P06/);
  await expectBothAccessible(page);

  await page.goto(`http://127.0.0.1:${example.port}/memos`);
  await page.getByRole("button", { name: "On one thing…" }).click();
  await page.keyboard.type("stepping");
  await page.keyboard.press("Enter");
  await expect(list(page).getByRole("option", { name: "Boundaries of Stepping on toes" })).toBeVisible();
  await page.getByRole("button", { name: "Not only on Stepping on toes" }).click();
  await expect(list(page).getByRole("option")).toHaveCount(8);
});

test("a memo is written without a save button, one step in the history for each rest", async ({ page, empty }) => {
  await page.goto(`http://127.0.0.1:${empty.port}/memos`);
  await expect(page.getByRole("heading", { name: "No memos yet" })).toBeVisible();
  await expectBothAccessible(page);
  await page.keyboard.press("n");
  await page.getByLabel("Title").fill("On asking");
  await page.keyboard.press("Enter");
  await expect(text(page)).toBeFocused();
  await page.keyboard.type("We asked too fast, and they answered what we wanted.");
  await expect(page.getByText("Not saved yet")).toBeVisible();
  await expect(page.getByRole("article").getByText("Saved", { exact: true })).toBeVisible();
  const history = await page.request.get(`http://127.0.0.1:${empty.port}/api/history?kind=memo`);
  const { items } = (await history.json()) as { items: unknown[] };
  expect(items, "written, and changed once").toHaveLength(2);

  await page.keyboard.press("Escape");
  await expect(list(page).getByRole("option", { name: "On asking" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(text(page)).toBeFocused();
  await page.locator(".memo-facts select").selectOption("methodological");
  await page.reload();
  await expect(text(page)).toHaveValue(/We asked too fast/);
  await expect(page.locator(".memo-facts select")).toHaveValue("methodological");
});

test("a memo that somebody else changed meanwhile is not written over", async ({ page, example }) => {
  await page.goto(`http://127.0.0.1:${example.port}/memos`);
  await list(page).getByRole("option", { name: "Coding cautious speech" }).click();
  await page.keyboard.press("Enter");
  await text(page).fill("What I make of it");
  example.command("memos change", "Coding cautious speech", "--text", "What Ben makes of it");
  await page.keyboard.press("Control+Enter");
  const both = page.getByRole("dialog", { name: /changed by somebody else/ });
  await expect(both.getByText("What Ben makes of it")).toBeVisible();
  await both.getByRole("button", { name: "Go on writing" }).click();
  await expect(text(page)).toHaveValue("What I make of it");

  await page.reload();
  await expect(page.getByRole("dialog").getByLabel("What you wrote")).toHaveValue("What I make of it");
  await page.getByRole("dialog").getByLabel("What you wrote").fill("What both make of it");
  await page.getByRole("button", { name: "Save yours" }).click();
  await expect(text(page)).toHaveValue("What both make of it");
  await expect(page.getByRole("article").getByText("Saved", { exact: true })).toBeVisible();
});

test("a memo is hung on a code, taken off, removed and brought back", async ({ page, example }) => {
  await page.goto(`http://127.0.0.1:${example.port}/memos`);
  await list(page).getByRole("option", { name: "How three of us coded eight" }).click();
  const memo = page.getByRole("article", { name: "How three of us coded eight" });
  await memo.getByRole("button", { name: "More to do with this memo" }).click();
  await page.getByRole("menuitem", { name: "Hang it on something else" }).click();
  await page.keyboard.type("trust");
  await page.keyboard.press("Enter");
  await expect(memo.getByRole("link", { name: "Trust", exact: true })).toBeVisible();
  await memo.getByRole("button", { name: "More to do with this memo" }).click();
  await page.getByRole("menuitem", { name: "Hang it on nothing" }).click();
  await expect(memo.getByText("It hangs on nothing yet.")).toBeVisible();
  await memo.getByRole("button", { name: "More to do with this memo" }).click();
  await page.getByRole("menuitem", { name: "Remove this memo" }).click();
  await expect(list(page).getByRole("option")).toHaveCount(7);
  await page.keyboard.press("Control+z");
  await expect(list(page).getByRole("option")).toHaveCount(8);
});

test("the memos that are shown go on paper and to Word", async ({ page, example }) => {
  await page.goto(`http://127.0.0.1:${example.port}/memos?kind=methodological`);
  await expect(list(page).getByRole("option").first()).toBeVisible();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Word" }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.docx$/);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".memos-paper")).toContainText("Ama coded all 36 sources.");
  await expect(page.locator(".memos-paper")).not.toContainText("P11 is easy to like");
  await expect(list(page)).toBeHidden();
});

test("a code leads to a new memo on it, and the memo back to the code", async ({ page, example }) => {
  await page.goto(`http://127.0.0.1:${example.port}/codebook`);
  await page.getByRole("row", { name: /^Trust, / }).click();
  await page.getByRole("tab", { name: "Memos" }).click();
  await page.getByRole("link", { name: "Write a memo on this code" }).click();
  await expect(page.getByText("It will hang on Trust.")).toBeVisible();
  await page.getByLabel("Title").fill("On trust");
  await page.keyboard.press("Enter");
  await page.getByRole("article", { name: "On trust" }).getByRole("link", { name: "Trust", exact: true }).click();
  await expect(page).toHaveURL(/\/codebook\//);
});
