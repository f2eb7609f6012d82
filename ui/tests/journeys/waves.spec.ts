import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expectAccessible } from "./axe.ts";
import { expect, test } from "./desk.ts";
import type { Desk } from "./desk.ts";
import { goTo } from "./views.ts";

/** P01 is met again a year later; the finance director of Harrowmere is somebody else by then. */
function aYearOn(example: Desk): void {
  const folder = mkdtempSync(join(tmpdir(), "waves-"));
  for (const [person, day] of [["P01", "2024-02-01"], ["P33", "2024-02-05"]] as const) {
    const file = join(folder, `${person}_second.txt`);
    const said = `Interviewer: And now?\n\n${person}: I trust the board.\n\nInterviewer: And?\n\n${person}: That is all.\n`;
    writeFileSync(file, said);
    example.command("import", file);
    if (person === "P33") example.command("participants add", person, "--site", "Harrowmere");
    example.command("speakers link-by-name");
    example.command("sources describe", `${person}_second.txt`, "--date", day);
    example.command("code", `${person}_second.txt`, "Trust", "--quote", "I trust the board.");
  }
  example.command("cases add", "Finance director", "post");
  example.command("cases member", "P02", "Finance director", "--end-day", "2023-09-30");
  example.command("cases member", "P33", "Finance director", "--start-day", "2023-10-01");
}

test("waves are added by keys, and the same person is laid beside themselves", async ({ page, example }) => {
  aYearOn(example);
  await goTo(page, "/compare/waves");
  await expect(page.getByRole("heading", { name: "No waves yet" })).toBeVisible();
  await expectAccessible(page);
  for (const [name, first, last] of [["first", "2023-01-01", "2023-12-31"], ["second", "2024-01-01", ""]] as const) {
    await page.keyboard.press("n");
    const dialog = page.getByRole("dialog", { name: "A wave" });
    await dialog.getByLabel("Name").fill(name);
    await dialog.getByLabel("First day").fill(first);
    if (last) await dialog.getByLabel("Last day").fill(last);
    await dialog.getByRole("button", { name: "Save" }).press("Enter");
    await expect(dialog).toBeHidden();
  }
  await expect(page.getByRole("row", { name: /^first 1 Jan 2023 31 Dec 2023/ })).toBeVisible();
  const person = page.getByRole("article", { name: "P01" });
  await expect(person).toContainText("first (P01) to second (P01): the same people");
  await person.getByRole("link", { name: "Relationships and cultures > Trust: its first passage" }).press("Enter");
  await expect(page.getByText("I trust the board.").first()).toBeVisible();
  await page.goBack();

  await page.getByRole("combobox", { name: "Of", exact: true }).selectOption("posts");
  const post = page.getByRole("article", { name: "Finance director" });
  await expect(post).toContainText("first (P02) to second (P33): other people");
  await expect(post).toContainText("second: held by P33.");
  await expect(page.getByRole("table", { name: /came, stayed and went/ })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Codes by wave, as a matrix" }).click();
  await expect(page.getByRole("columnheader", { name: /^second/ })).toBeVisible();
});

test("a wave that would overlap is refused where it was typed, and a removed one comes back", async ({ page, example }) => {
  example.command("waves add", "first", "2023-01-01", "2023-12-31");
  await goTo(page, "/compare/waves");
  await page.getByRole("button", { name: "Add a wave" }).click();
  const dialog = page.getByRole("dialog", { name: "A wave" });
  await dialog.getByLabel("Name").fill("winter");
  await dialog.getByLabel("First day").fill("2023-12-01");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert")).toContainText("would overlap “first”");
  await expect(dialog.getByLabel("Name")).toHaveValue("winter");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Remove “first”" }).click();
  await expect(page.getByRole("heading", { name: "No waves yet" })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("row", { name: /^first/ })).toBeVisible();
});
