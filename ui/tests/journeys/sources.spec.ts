import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "@playwright/test";

import { expectAccessible } from "./axe.ts";
import { expect, test } from "./desk.ts";

const FILES: Record<string, string> = {
  "Nurse A.txt":
    "Interviewer: What was the winter like?\nNurse A: Long. We were short of beds.\n" +
    "Interviewer: And now?\nNurse A: Better, we talk more.\nNote: recorded by phone.\n",
  "Focus group.md": "Moderator: Welcome.\nDr Reid: Thank you.\nModerator: Who begins?\nDr Reid: I will.\n",
  "again.txt": "",
  "empty.txt": "",
  "cases.csv": "name,site\nA,North\n",
};
FILES["again.txt"] = FILES["Nurse A.txt"] ?? "";

let folder = "";
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "crosscase-files-"));
  mkdirSync(join(folder, "more"));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string) => join(folder, name);
const grid = (page: Page) => page.getByRole("grid", { name: "Sources" });
const row = (page: Page, name: string) => grid(page).getByRole("row").filter({ hasText: name });
const rows = (page: Page) => grid(page).getByRole("row");
const inspector = (page: Page) => page.getByRole("complementary");
/** The browser itself logs an answer that refuses. */
const forgiveRefusal = (complaints: string[]) =>
  expect(complaints.splice(0)).toEqual([expect.stringContaining("400 (Bad Request)")]);
const messages = (page: Page) => page.getByRole("region", { name: "Messages" });

async function toSources(page: Page): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: /^Sources/ }).click();
  await expect(page.getByRole("heading", { name: "Sources", level: 1 })).toBeVisible();
}

async function add(page: Page, ...names: string[]): Promise<void> {
  // Listening begins first: the browser must have been told to hand its chooser over.
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("i");
  const first = page.getByRole("dialog", { name: "Add sources" }).getByRole("button", { name: "Choose files" });
  await expect(first).toBeFocused();
  await page.keyboard.press("Enter");
  await (await chooser).setFiles(names.map(file));
}

test("an empty study teaches how sources come in", async ({ page, empty: _ }) => {
  await toSources(page);
  await expect(page.getByRole("heading", { name: "Drop your transcripts here" })).toBeVisible();
  await expect(page.getByText("OpenDocument (odt)")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Choose files" }).click();
  await expect(page.getByRole("dialog", { name: "Add sources" })).toBeVisible();
});

test("files are looked over before they are stored, and one undo takes all of them back", async ({ page, empty: _ }) => {
  await toSources(page);
  await add(page, "Nurse A.txt", "Focus group.md", "again.txt", "empty.txt", "cases.csv");
  const dialog = page.getByRole("dialog", { name: "Add sources" });
  await expect(dialog.getByText("2 sources to store, 1 file refused, 1 here already")).toBeVisible();
  await expect(dialog.getByText("“empty.txt” is empty.")).toBeVisible();
  await expect(dialog.getByText("again.txt is “Nurse A.txt”")).toBeVisible();
  await expect(dialog.getByText("A table was among the files")).toBeVisible();
  await expectAccessible(page);

  const note = dialog.getByRole("checkbox", { name: "Take Note as a speaker" });
  await expect(dialog.getByText("Nurse A: Long. We were short of beds.")).toBeVisible();
  await expect(note).not.toBeChecked();
  await note.check();
  await expect(dialog.getByText("27 words, 5 turns")).toBeVisible();
  await note.uncheck();
  await expect(dialog.getByText("27 words, 4 turns")).toBeVisible();

  await dialog.getByLabel("Name", { exact: true }).fill("Nurse A, spring");
  await dialog.getByLabel("Language", { exact: true }).fill("en");
  await dialog.getByRole("button", { name: "Store 2 sources" }).click();
  await expect(dialog).toBeHidden();
  await expect(messages(page).getByText("Imported 2 sources")).toBeVisible();
  await expect(row(page, "Nurse A, spring")).toContainText("en");
  await expect(inspector(page).getByText("2 sources chosen")).toBeVisible();
  await messages(page).getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { name: "Drop your transcripts here" })).toBeVisible();
});

test("an import goes by the keyboard alone", async ({ page, empty: _ }) => {
  await toSources(page);
  await add(page, "Nurse A.txt", "Focus group.md");
  const dialog = page.getByRole("dialog", { name: "Add sources" });
  await expect(dialog.getByRole("option", { name: /Nurse A/ })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(dialog.getByLabel("Name", { exact: true })).toHaveValue("Focus group.md");
  await page.keyboard.press("Tab");
  await page.keyboard.type("The group");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(dialog.getByRole("checkbox", { name: "Take Moderator as a speaker" })).toBeFocused();
  await page.keyboard.press("Space");
  await expect(dialog.getByText(/3 turns/)).toBeVisible();
  await dialog.getByRole("button", { name: "Store 2 sources" }).focus();
  await page.keyboard.press("Enter");
  await expect(row(page, "The group")).toBeVisible();
});

test("a closed import waits, even when the page is loaded again, and can be let go", async ({ page, empty: _ }) => {
  await toSources(page);
  await add(page, "Nurse A.txt");
  const dialog = page.getByRole("dialog", { name: "Add sources" });
  await expect(dialog.getByRole("button", { name: "Store 1 source" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("An import waits")).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: "Look it over" }).click();
  await expect(dialog.getByRole("button", { name: "Store 1 source" })).toBeEnabled();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Let it go" }).click();
  await expect(page.getByText("An import waits")).toBeHidden();
});

test("files dropped anywhere on the view are read", async ({ page, empty: _ }) => {
  await toSources(page);
  const data = await page.evaluateHandle((text) => {
    const held = new DataTransfer();
    held.items.add(new File([text], "Dropped.txt", { type: "text/plain" }));
    return held;
  }, FILES["Nurse A.txt"] ?? "");
  await page.dispatchEvent("main", "dragenter", { dataTransfer: data });
  await expect(page.getByText("Drop to look the files over")).toBeVisible();
  await page.dispatchEvent("main", "drop", { dataTransfer: data });
  await expect(page.getByRole("dialog").getByLabel("Name", { exact: true })).toHaveValue("Dropped.txt");
});

test("arrows, Enter, F2 and Del work on the list", async ({ page, example: _ }) => {
  await toSources(page);
  await expect(row(page, "ics_P01.txt")).toBeVisible();
  await grid(page).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(row(page, "ics_P02.txt")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("F2");
  const field = page.getByRole("textbox", { name: "New name of ics_P02.txt" });
  await expect(field).toBeFocused();
  await field.fill("Second talk");
  await page.keyboard.press("Enter");
  await expect(row(page, "Second talk")).toBeVisible();
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(row(page, "Second talk")).toBeHidden();
  await expect(row(page, "ics_P03.txt")).toHaveAttribute("aria-selected", "true");
  await messages(page).getByRole("button", { name: "Undo" }).last().click();
  await expect(row(page, "Second talk")).toBeVisible();
  await grid(page).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sources\/[0-9a-f-]{36}$/);
  await page.goBack();
  await expect(row(page, "ics_P01.txt")).toHaveAttribute("aria-selected", "true");
});

test("a name that is taken is told, and what was typed stays", async ({ page, complaints, example: _ }) => {
  await toSources(page);
  await row(page, "ics_P02.txt").click({ position: { x: 500, y: 10 } });
  await page.keyboard.press("F2");
  const field = page.getByRole("textbox", { name: "New name of ics_P02.txt" });
  await field.fill("ics_P01.txt");
  await page.keyboard.press("Enter");
  await expect(messages(page).getByText("There is a source “ics_P01.txt” already.")).toBeVisible();
  await expect(field).toHaveValue("ics_P01.txt");
  await field.press("Escape");
  await expect(grid(page)).toBeFocused();
  forgiveRefusal(complaints);
});

test("several sources are chosen with Shift and Ctrl, put into a set and removed as one", async ({ page, example: _ }) => {
  await toSources(page);
  const at = { position: { x: 500, y: 10 } };
  await row(page, "ics_P01.txt").click(at);
  await row(page, "ics_P03.txt").click({ ...at, modifiers: ["Shift"] });
  await row(page, "ics_P05.txt").click({ ...at, modifiers: ["ControlOrMeta"] });
  await expect(inspector(page).getByText("4 sources chosen")).toBeVisible();
  await inspector(page).getByRole("combobox", { name: "Set" }).fill("First round");
  await page.keyboard.press("Enter");
  await expect(inspector(page).getByRole("option", { name: "First round 4" })).toBeVisible();
  await expectAccessible(page);
  await inspector(page).getByRole("button", { name: "Remove 4 sources" }).click();
  await expect(page.getByText("32 of 32 sources")).toBeVisible();
  await messages(page).getByRole("button", { name: "Undo" }).last().click();
  await expect(page.getByText("36 of 36 sources")).toBeVisible();
});

test("the list is filtered by name, participant, site and “uncoded”, and sorted by its heads", async ({ page, example: _ }) => {
  await toSources(page);
  await expect(row(page, "ics_P01.txt")).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("ostrey p13");
  await expect(rows(page)).toHaveCount(2);
  await expect(row(page, "ics_P13.txt")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("uncoded");
  await expect(page.getByText("No source fits “uncoded”.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("36 of 36 sources")).toBeVisible();
  const words = page.getByRole("columnheader", { name: /Words/ });
  await words.getByRole("button").click();
  await words.getByRole("button").click();
  await expect(words).toHaveAttribute("aria-sort", "descending");
  const figures = await grid(page).locator(".sources-line .cell-words").allInnerTexts();
  const numbers = figures.map((each) => Number(each.replaceAll(",", "")));
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
});

test("what is known of a source is changed where it stands", async ({ page, complaints, example: _ }) => {
  await toSources(page);
  await row(page, "ics_P04.txt").click({ position: { x: 500, y: 10 } });
  const panel = inspector(page);
  await panel.getByRole("button", { name: "Change Date" }).click();
  await page.keyboard.type("yesterday");
  await page.keyboard.press("Enter");
  await expect(messages(page).getByText("“yesterday” is no day.")).toBeVisible();
  forgiveRefusal(complaints);
  await panel.getByRole("textbox", { name: "Date" }).fill("2026-03-02");
  await page.keyboard.press("Enter");
  await expect(row(page, "ics_P04.txt")).toContainText("2 Mar 2026");
  await panel.getByRole("button", { name: "Change Note" }).click();
  await page.keyboard.type("At her desk.");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(panel.getByText("At her desk.")).toBeVisible();
  await expect(panel.getByText("changed the description of").first()).toBeVisible();
  await expectAccessible(page);
});

test("it is said who speaks: a role, a participant, and all by name", async ({ page, example: _ }) => {
  await toSources(page);
  await row(page, "ics_P01.txt").click({ position: { x: 500, y: 10 } });
  const panel = inspector(page);
  await panel.getByRole("button", { name: "Who speaks as P01: P01" }).click();
  await page.keyboard.type("observ");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  const said = panel.getByRole("button", { name: "Who speaks as P01: Observer" });
  await expect(said).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("not said yet");
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("button", { name: "Who speaks as P01: Not said yet" })).toBeVisible();
  await page.getByRole("button", { name: "Who speaks", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Who speaks" });
  await expect(dialog.getByText("Of one speaker it is not said who they are.")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Link by name" }).click();
  await expect(dialog.getByText("Of every speaker it is said who they are.")).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(panel.getByRole("button", { name: "Who speaks as P01: P01" })).toBeVisible();
});

test("the view is accessible in light and in dark, and prints all sources", async ({ page, example: _ }) => {
  await toSources(page);
  await row(page, "ics_P01.txt").click({ position: { x: 500, y: 10 } });
  await expect(inspector(page).getByText("Who speaks", { exact: true })).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(rows(page)).toHaveCount(37);
  await expect(page.getByRole("navigation")).toBeHidden();
});
