import { writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Page } from "@playwright/test";

import { expectAccessible } from "./axe.ts";
import { expect, test } from "./desk.ts";

const row = (page: Page, name: string) =>
  page.getByRole("row", { name: new RegExp(`^${name}, \\d`) });
const inspector = (page: Page) => page.getByRole("complementary", { name: "The chosen code" });
const names = (page: Page) => page.locator(".code-row .code-name").allTextContents();

/** Nothing serious, in light and in dark. */
async function expectBothAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
}

test("the tree is gone through, narrowed and folded, and the chosen code has an address", async ({ page, example }) => {
  await page.goto(`http://127.0.0.1:${example.port}/codebook`);
  await row(page, "Trust").click();
  await expect(page).toHaveURL(/\/codebook\/[0-9a-f-]{36}$/);
  await expect(inspector(page).getByText("22 of 32 participants, 3 of 3 sites, 49 passages")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(inspector(page).getByRole("heading", { name: /History of joint working/ })).toBeVisible();
  await page.reload();
  await expect(row(page, "History of joint working")).toHaveAttribute("aria-selected", "true");

  await page.getByLabel("Filter the codes").fill("stepping");
  await expect.poll(() => names(page)).toEqual(["Relationships and cultures", "Stepping on toes"]);
  await page.getByLabel("Filter the codes").fill("nothing like this");
  await expect(page.getByText("No code has these words.")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Fold all", exact: true }).click();
  await expect(page.locator(".code-row")).toHaveCount(6);
  await page.getByRole("button", { name: "Unfold all" }).click();
  await expect(page.locator(".code-row")).toHaveCount(41);
  await expectBothAccessible(page);
});

test("codes are made, renamed, moved and removed by keys alone, and each can be undone", async ({ page, empty }) => {
  await page.goto(`http://127.0.0.1:${empty.port}/codebook`);
  await expect(page.getByRole("heading", { name: "No codes yet" })).toBeVisible();
  await expectBothAccessible(page);
  for (const name of ["Trust", "Money", "Time"]) {
    await page.keyboard.press("n");
    await page.getByLabel("Name").fill(name);
    await page.keyboard.press("Enter");
    await expect(row(page, name)).toBeFocused();
  }
  await page.keyboard.press("F2");
  await page.getByLabel("New name of Time").fill("Hours");
  await page.keyboard.press("Enter");
  await expect(row(page, "Hours")).toBeFocused();

  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(() => names(page)).toEqual(["Trust", "Hours", "Money"]);
  await page.keyboard.press("Alt+ArrowRight");
  await expect(row(page, "Hours")).toHaveAttribute("aria-level", "2");
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(row(page, "Hours")).toHaveAttribute("aria-level", "1");

  await page.keyboard.press("Shift+N");
  await page.getByLabel("Name").fill("Overtime");
  await page.keyboard.press("Enter");
  await expect(row(page, "Overtime")).toHaveAttribute("aria-level", "2");

  await page.keyboard.press("Shift+M");
  await page.getByRole("dialog").getByLabel("Below").selectOption({ label: "Money" });
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await expect.poll(() => names(page)).toEqual(["Trust", "Hours", "Money", "Overtime"]);

  await expect(row(page, "Overtime")).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(row(page, "Overtime")).toHaveCount(0);
  await page.getByRole("status").filter({ hasText: "Overtime" }).getByRole("button", { name: "Undo" }).last().click();
  await expect(row(page, "Overtime")).toBeVisible();
});

test("a code is dragged to another place", async ({ page, example }) => {
  await page.goto(`http://127.0.0.1:${example.port}/codebook`);
  await row(page, "Trust").click();
  await row(page, "Trust").hover();
  await page.mouse.down();
  await row(page, "Motivation and purpose").hover();
  await row(page, "Motivation and purpose").hover();
  await page.mouse.up();
  await expect(inspector(page).getByText("Motivation and purpose", { exact: true })).toBeVisible();
  await expect(page.getByText("Moved the code “Trust”")).toBeVisible();
});

test("what a code says is changed where it stands, and nobody writes over somebody else", async ({ page, example }) => {
  await page.goto(`http://127.0.0.1:${example.port}/codebook`);
  await row(page, "Trust").click();
  await inspector(page).getByRole("button", { name: "Change Includes" }).click();
  await page.getByRole("textbox", { name: "Includes" }).fill("Promises kept");
  await page.keyboard.press("Control+Enter");
  await expect(inspector(page).getByRole("button", { name: "Change Includes" })).toHaveText(/Promises kept/);

  await inspector(page).getByRole("button", { name: "Change Means" }).click();
  await page.getByRole("textbox", { name: "Means" }).fill("What I say it means");
  example.command("codes describe", "Trust", "--definition", "What Ben says it means");
  await page.keyboard.press("Control+Enter");
  const both = page.getByRole("dialog", { name: /changed by somebody else/ });
  await expect(both.getByText("What Ben says it means")).toBeVisible();
  await expect(both.getByLabel("What you wrote")).toHaveValue("What I say it means");
  await expectBothAccessible(page);
  await both.getByLabel("What you wrote").fill("What both of us say");
  await both.getByRole("button", { name: "Save yours" }).click();
  await expect(inspector(page).getByRole("button", { name: "Change Means" })).toHaveText(/What both of us say/);

  await inspector(page).getByLabel("Vermilion").click();
  await expect(inspector(page).getByLabel("Vermilion")).toBeChecked();
  await inspector(page).getByLabel("Where it comes from").selectOption("inductive");
  await inspector(page).getByLabel(/Passages can be coded/).click();
  await expect(inspector(page).getByLabel(/Passages can be coded/)).not.toBeChecked();
  await page.reload();
  await expect(inspector(page).getByLabel("Vermilion")).toBeChecked();
  await expect(inspector(page).getByLabel(/Passages can be coded/)).not.toBeChecked();
});

test("a code shows its passages by coder and site, its memos and its history", async ({ page, example }) => {
  await page.goto(`http://127.0.0.1:${example.port}/codebook`);
  await row(page, "Stepping on toes").click();
  await inspector(page).getByRole("tab", { name: "Passages" }).click();
  await expect(inspector(page).getByText("18 passages", { exact: true })).toBeVisible();
  await expectBothAccessible(page);
  await inspector(page).getByLabel("Coder").selectOption({ label: "Ben" });
  await expect(inspector(page).getByText("18 passages", { exact: true })).toHaveCount(0);
  await inspector(page).getByLabel("Coder").selectOption("");
  await inspector(page).getByLabel("Site").selectOption({ label: "Harrowmere" });
  await expect(inspector(page).getByRole("article").first()).toContainText("Harrowmere");
  await inspector(page).getByRole("tab", { name: "Memos" }).click();
  await expect(inspector(page).getByRole("link", { name: "Boundaries of Stepping on toes" })).toBeVisible();
  await inspector(page).getByRole("tab", { name: "History" }).click();
  await expect(inspector(page).getByText(/Imported a codebook/)).toBeVisible();
  await inspector(page).getByRole("tab", { name: "Passages" }).click();
  await inspector(page).getByRole("article").first().getByRole("link").click();
  await expect(page).toHaveURL(/\/sources\/.*at=\d+-\d+/);
});

test("two codes become one after a look at what changes", async ({ page, example }) => {
  await page.goto(`http://127.0.0.1:${example.port}/codebook`);
  await row(page, "Trust").click();
  await page.keyboard.press("m");
  await page.getByRole("combobox", { name: "Code" }).fill("personal");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Merge “Trust” into “Personal ties”" });
  await expect(dialog.getByText("63 codings of 49 passages in 23 sources by 3 coders")).toBeVisible();
  await expect(dialog.getByText("Readiness to rely on another person")).toBeVisible();
  await expectBothAccessible(page);
  await dialog.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(row(page, "Trust")).toHaveCount(0);
  await expect(row(page, "Personal ties")).toBeFocused();
  await expect(inspector(page).getByText("Merged into it: Trust.")).toBeVisible();
});

test("a code is split by putting its passages into parts with the number keys", async ({ page, example }) => {
  await page.goto(`http://127.0.0.1:${example.port}/codebook`);
  await row(page, "Geography").click();
  await page.keyboard.press("s");
  await page.getByRole("textbox", { name: /^1\./ }).fill("Distance");
  await page.getByRole("textbox", { name: /^2\./ }).fill("Terrain");
  const list = page.getByRole("listbox", { name: "Passages to put into parts" });
  await list.focus();
  for (const key of ["1", "2", "1"]) await page.keyboard.press(key);
  await expect(list.getByRole("option").first()).toContainText("Distance");
  await expect(page.getByText("1 passage stays on “Geography”.")).toBeVisible();
  await expectBothAccessible(page);
  await page.getByRole("button", { name: "Split into 2" }).click();
  await expect(row(page, "Distance")).toContainText("2");
  await expect(row(page, "Geography")).toContainText("retired");
});

test("a framework and a codebook file come in, after a look at what they would do", async ({ page, empty }) => {
  await page.goto(`http://127.0.0.1:${empty.port}/codebook`);
  await page.getByRole("button", { name: "Add a framework" }).click();
  await expect(page.getByText(/Alderwick H/)).toBeVisible();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.locator(".code-row")).toHaveCount(33);

  const file = join(empty.study, "..", "codes.csv");
  writeFileSync(file, "path,definition\nOwn words,What they call it\nOwn words > Weather,Talk of it\n");
  await page.getByRole("button", { name: "Bring in" }).click();
  await page.getByRole("menuitem", { name: "A codebook file" }).click();
  await page.locator('input[type="file"]').setInputFiles(file);
  await expect(page.getByText("It would make 2 codes and change none")).toBeVisible();
  await page.getByRole("button", { name: "Take it in" }).click();
  await expect(row(page, "Weather")).toHaveAttribute("aria-level", "2");

  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: "Word" }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.docx$/);

  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".codebook-paper")).toContainText("What they call it");
  await expect(page.getByRole("treegrid")).toBeHidden();
});

test("an earlier day shows the codebook as it was, with nothing to change", async ({ page, example }) => {
  await page.goto(`http://127.0.0.1:${example.port}/codebook?as_of=${new Date().toISOString().slice(0, 10)}`);
  await row(page, "Trust").click();
  await expect(inspector(page).getByText("Readiness to rely on another person")).toBeVisible();
  await expect(page.getByRole("button", { name: "New code" })).toHaveCount(0);
  await expect(inspector(page).getByRole("button", { name: /^Change/ })).toHaveCount(0);
});
