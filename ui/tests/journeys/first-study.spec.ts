import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";

import type { Page } from "@playwright/test";

import { expectAccessible } from "./axe.ts";
import { test as base, expect, withDesk } from "./desk.ts";
import type { Desk } from "./desk.ts";
import { commands } from "./example-study.ts";
import { openSource, storedCodings, transcript } from "./reading.ts";
import { asked, goTo } from "./views.ts";

const TRANSCRIPTS = resolve(import.meta.dirname, "../../../examples/ics/transcripts");
const DAY_MS = 24 * 3_600_000;

/** A study that was begun eight days ago and has nothing in it yet. */
const BEGIN = `
import sys
from pathlib import Path
from crosscase import surroundings
from crosscase.study_opening import make_study_file
make_study_file(Path(sys.argv[1]), "My first study", person="Ama", randomness=surroundings.random_bytes,
    now_us=lambda: surroundings.system_clock_us() - ${8 * DAY_MS * 1_000}).close()
`;
const test = base.extend<{ begun: Desk }>({
  begun: async ({ page, complaints: _ }, use) => {
    await withDesk(page, (path) => execFileSync(join(commands, "python"), ["-c", BEGIN, path]), use);
  },
});

const messages = (page: Page) => page.getByRole("region", { name: "Messages" });
const title = (page: Page) => page.getByRole("heading", { level: 1 });
const codings = async (page: Page) => (await storedCodings(page)).id.length;

test("a first study, from three transcripts to a comparison and back to last week", async ({ page, begun: _ }) => {
  await test.step("three transcripts come in", async () => {
    await expect(title(page)).toHaveText("Home");
    await page.keyboard.press("Alt+s");
    await expect(page.getByRole("heading", { name: "Drop your transcripts here" })).toBeVisible();
    // Listening begins first: the browser must have been told to hand its chooser over.
    const chooser = page.waitForEvent("filechooser");
    await page.keyboard.press("i");
    await expect(page.getByRole("dialog").getByRole("button", { name: "Choose files" })).toBeFocused();
    await page.keyboard.press("Enter");
    const names = ["ics_P01.txt", "ics_P02.txt", "ics_P03.txt"];
    await (await chooser).setFiles(names.map((name) => join(TRANSCRIPTS, name)));
    const dialog = page.getByRole("dialog", { name: "Add sources" });
    await expect(dialog.getByText("3 sources to store")).toBeVisible();
    await dialog.getByRole("button", { name: "Store 3 sources" }).click();
    await expect(messages(page).getByText("Imported 3 sources")).toBeVisible();
    await expect(dialog).toBeHidden();
  });

  await test.step("a small codebook is built", async () => {
    await page.keyboard.press("Alt+b");
    await expect(page.getByRole("heading", { name: "No codes yet" })).toBeVisible();
    for (const name of ["Trust", "Money", "Time"]) {
      const dialog = page.getByRole("dialog", { name: "New code" });
      await expect(async () => {
        await page.keyboard.press("n"); // keys rest while the dialog before fades
        await expect(dialog).toBeVisible({ timeout: 5_000 });
      }).toPass();
      await dialog.getByLabel("Name").fill(name);
      await dialog.getByLabel("Name").press("Enter");
      await expect(dialog).toBeHidden();
      await expect(page.getByRole("row", { name: new RegExp(`^${name},`) })).toBeFocused();
    }
  });

  await test.step("passages are coded by keys alone", async () => {
    await openSource(page, "ics_P01.txt");
    for (const [letters, count] of [["tru", 1], ["mon", 2], ["tim", 3]] as const) {
      await page.keyboard.press("g");
      await page.keyboard.press("n");
      await page.keyboard.press("c");
      await expect(page.getByRole("combobox", { name: "Code" })).toBeFocused();
      await page.keyboard.type(letters);
      await page.keyboard.press("Enter");
      await expect.poll(() => codings(page)).toBe(count);
    }
    await page.keyboard.press("n");
    await page.keyboard.press("1");
    await expect.poll(() => codings(page)).toBe(4);
    await page.keyboard.press(".");
    await page.keyboard.press("c");
    await page.keyboard.type("Waiting");
    await page.keyboard.press("Shift+Enter");
    await expect.poll(() => codings(page)).toBe(5);
    await openSource(page, "ics_P02.txt");
    await expect(async () => {
      await page.keyboard.press("g"); // keys are the new source's once it has come
      await page.keyboard.press("n");
      await page.keyboard.press("1");
      await expect.poll(() => codings(page), { timeout: 5_000 }).toBe(1);
    }).toPass();
  });

  await test.step("the transcript is corrected, and every coding stays", async () => {
    await openSource(page, "ics_P01.txt");
    await page.keyboard.press("g");
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Control+ArrowDown");
    await page.keyboard.press("e");
    await expect(page.getByText("You are correcting the text")).toBeVisible();
    await transcript(page).press("End");
    await page.keyboard.type(" Quite so.");
    await page.keyboard.press("Control+Enter");
    const dialog = page.getByRole("dialog", { name: "Save this correction?" });
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();
    await expect(transcript(page)).toContainText("Quite so.");
    await expect.poll(() => codings(page)).toBe(5);
  });

  await test.step("a matrix is built, and the passages behind a cell are read", async () => {
    await goTo(page, "/compare?rows=codes&columns=sources&count=passages");
    await expect(page.getByRole("grid")).toBeVisible();
    await page.getByRole("gridcell", { name: /^Trust, ics_P01.txt: 1/ }).click();
    const panel = page.getByRole("complementary", { name: "Behind a cell" });
    await expect(panel.getByRole("article")).toHaveCount(1);
    await expect(panel.getByRole("link", { name: /ics_P01/ }).first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("the last thing done is taken back, and done again", async () => {
    await openSource(page, "ics_P01.txt");
    await expect(transcript(page)).toContainText("Quite so.");
    await page.keyboard.press("Control+z");
    await expect(transcript(page)).not.toContainText("Quite so.");
    await expect.poll(() => codings(page)).toBe(5);
    await page.keyboard.press("Control+Shift+z");
    await expect(transcript(page)).toContainText("Quite so.");
  });

  await test.step("the study is seen as it was last week", async () => {
    const week = new Date(Date.now() - 7 * DAY_MS).toISOString().slice(0, 10);
    await page.goto(new URL(`/codebook?as_of=${week}`, page.url()).href);
    await expect(page.getByText(/^The study as it was on /)).toBeVisible();
    await expect(title(page)).toHaveText("Codebook");
    await expect(page.getByRole("row", { name: /^Trust,/ })).toBeHidden();
    await page.keyboard.press("Alt+s");
    await expect(page).toHaveURL(new RegExp(`as_of=${week}`));
    await expect(page.getByText("ics_P01.txt")).toBeHidden();
    await page.getByRole("button", { name: "Back to now" }).click();
    await expect(page.getByText("ics_P01.txt").first()).toBeVisible();
    const { codes } = await asked<{ codes: { name: string }[] }>(page, "/api/codes");
    expect(codes.map(({ name }) => name)).toEqual(["Trust", "Money", "Time", "Waiting"]);
  });
});
