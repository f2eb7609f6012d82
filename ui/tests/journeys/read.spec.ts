import type { Page } from "@playwright/test";

import { expectAccessible } from "./axe.ts";
import { expect, test } from "./desk.ts";
import { openSource, storedCodings, transcript } from "./reading.ts";
import { asked, goTo } from "./views.ts";

const inspector = (page: Page) => page.getByRole("complementary");
const messages = (page: Page) => page.getByRole("region", { name: "Messages" });
const picker = (page: Page) => page.getByRole("combobox", { name: "Code" });
const stripe = (page: Page, name: RegExp) => page.getByRole("button", { name });
const chosenWords = (page: Page) => inspector(page).locator(".coding-panel blockquote");

interface Text {
  text: string;
}

const storedText = async (page: Page) =>
  (await asked<Text>(page, `/api${new URL(page.url()).pathname}/text`)).text;

/** The words that a code stands on in the open source, as it is stored. */
async function wordsCoded(page: Page, code: string): Promise<string[]> {
  const { codes } = await asked<{ codes: { id: string; name: string }[] }>(page, "/api/codes");
  const id = codes.find(({ name }) => name === code)?.id ?? "";
  const { code: at, codes: ids, start_char: starts, end_char: ends } = await storedCodings(page);
  const letters = Array.from(await storedText(page)); // code points, as the study counts
  return at.flatMap((each, row) =>
    ids[each] === id ? [letters.slice(starts[row], ends[row]).join("")] : [],
  );
}

/** Puts the selection on words of the text, by Ctrl F. */
async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press("Control+f");
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("search").getByRole("status")).toHaveText(/^1 of /);
  await page.keyboard.press("Escape");
  await expect(transcript(page)).toBeFocused();
}

test("a source is read and coded by the keyboard alone", async ({ page, example: _ }) => {
  await openSource(page, "ics_P01.txt");
  await page.keyboard.press("Control+ArrowDown");
  await page.keyboard.press("Control+ArrowDown");
  for (let word = 0; word < 6; word += 1) await page.keyboard.press("Control+Shift+ArrowRight");
  await page.keyboard.press("c");
  await expect(picker(page)).toBeFocused();
  await page.keyboard.type("trus");
  await expect(page.getByRole("option").first()).toContainText("Relationships and cultures, 49");
  await page.keyboard.press("Enter");
  await expect(stripe(page, /^Trust, you, /)).toBeVisible();
  await expect(chosenWords(page)).toHaveText("I'm director of strategy");
  await expect(inspector(page).getByRole("link", { name: "Trust", exact: true })).toBeVisible();
  await expect.poll(() => wordsCoded(page, "Trust")).toContain("I'm director of strategy");

  // In vivo: the words become the code.
  await find(page, "I still have the original in a drawer");
  await page.keyboard.press("v");
  const drawer = "I still have the original in a drawer";
  await expect(stripe(page, /^I still have the original/)).toBeVisible();
  await expect.poll(() => wordsCoded(page, drawer)).toEqual([drawer]);

  // The last nine codes: the one just made is the first of them.
  await find(page, "One page, four promises");
  await page.keyboard.press("1");
  await expect.poll(() => wordsCoded(page, drawer)).toContain("One page, four promises");
  await page.keyboard.press("2");
  await expect.poll(() => wordsCoded(page, "Trust")).toContain("One page, four promises");
  await expect(chosenWords(page)).toHaveText("One page, four promises");

  await page.keyboard.press("Delete");
  await expect.poll(() => wordsCoded(page, "Trust")).not.toContain("One page, four promises");
  await expect(chosenWords(page)).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect.poll(() => wordsCoded(page, "Trust")).toContain("One page, four promises");

  // The next turn of the participant without a coding; its words are selected.
  await page.keyboard.press("n");
  await page.keyboard.press("c");
  await page.keyboard.type("geograph");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await wordsCoded(page, "Geography")).length).toBe(1);
});

test("Shift and Enter make a new code of what was typed", async ({ page, example: _ }) => {
  await openSource(page, "ics_P01.txt");
  await find(page, "signed it in ink");
  await page.keyboard.press("c");
  await page.keyboard.type("Paper promises");
  await page.keyboard.press("Shift+Enter");
  await expect(stripe(page, /^Paper promises, you/)).toBeVisible();
  await expect.poll(() => wordsCoded(page, "Paper promises")).toEqual(["signed it in ink"]);
  await expect(transcript(page)).toBeFocused();
});

test("a code is dragged onto selected words, and an end of a coding to another word", async ({ page, example: _ }) => {
  await openSource(page, "ics_P01.txt");
  await find(page, "signed it in ink");
  await page.getByLabel("Find a code").fill("geog");
  const row = inspector(page).getByRole("button", { name: /^Geography/ });
  await row.dragTo(transcript(page).getByText("signed it in ink"));
  await expect(stripe(page, /^Geography, you/)).toBeVisible();
  await expect.poll(() => wordsCoded(page, "Geography")).toEqual(["signed it in ink"]);

  await expect(page.locator(".t-mark.t-waiting")).toHaveCount(0);
  const handle = page.locator(".t-handle-from");
  const box = await handle.boundingBox();
  if (!box) throw new Error("The chosen coding has no handle.");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x - 30, box.y + box.height / 2, { steps: 6 });
  await page.mouse.up();
  await expect.poll(() => wordsCoded(page, "Geography")).toEqual([
    expect.stringMatching(/^(patch |the patch |in the patch )?\S* ?signed it in ink$/),
  ]);
  expect(await wordsCoded(page, "Geography")).not.toEqual(["signed it in ink"]);
  await page.keyboard.press("Control+z");
  await expect.poll(() => wordsCoded(page, "Geography")).toEqual(["signed it in ink"]);
});

test("a passage is compared with others of its code, and the decision keeps its memo", async ({ page, example: _ }) => {
  await openSource(page, "ics_P02.txt");
  await page.keyboard.press("]");
  await expect(inspector(page).getByRole("heading", { name: "Most like this passage" })).toBeVisible();
  await expect(inspector(page).getByRole("heading", { name: "Most unlike, same code" })).toBeVisible();
  await expect(inspector(page).locator(".compared > *").first()).toBeVisible();
  await page.keyboard.press("s");
  const dialog = page.getByRole("dialog", { name: "Same incident" });
  await expect(dialog.getByLabel("Why")).toBeFocused();
  await page.keyboard.type("Both tell of one page that nobody reads.");
  await page.keyboard.press("Control+Enter");
  await expect(dialog).toBeHidden();
  await expect(transcript(page)).toBeFocused();
  await expect(inspector(page).getByText("Both tell of one page that nobody reads.")).toBeVisible();
  const source = new URL(page.url()).pathname.split("/")[2] ?? "";
  const { items } = await asked<{ items: { text: string }[] }>(page, `/api/memos?source=${source}`);
  expect(items.map(({ text }) => text)).toContainEqual(
    expect.stringContaining("Both tell of one page that nobody reads."),
  );
});

test("the text is corrected in place, and what it does to codings is shown first", async ({ page, example: _ }) => {
  await openSource(page, "ics_P01.txt");
  await page.keyboard.press("e");
  await expect(page.getByText("You are correcting the text.")).toBeVisible();
  await find(page, "write one page instead of ninety");
  await page.keyboard.type("write a single page instead of ninety");
  await expect(page.getByText("1 line changed")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  const dialog = page.getByRole("dialog", { name: "Save this correction?" });
  await expect(dialog.getByText("1 coding lies on words that changed")).toBeVisible();
  await expect(dialog.locator("ins")).toContainText("write a single page instead of ninety");
  expect(await storedText(page)).not.toContain("a single page");
  await expectAccessible(page);
  await dialog.getByLabel("Why (optional)").fill("Heard again");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("You are correcting the text.")).toBeHidden();
  await expect(transcript(page)).toContainText("write a single page instead of ninety");
  expect(await storedText(page)).toContain("write a single page instead of ninety");
  await messages(page).getByRole("button", { name: "Undo" }).first().click();
  await expect(transcript(page)).toContainText("write one page instead of ninety");
});

test("two people who correct the same turn both keep what they typed", async ({ page, browser, example: _ }) => {
  await openSource(page, "ics_P01.txt");
  const other = await browser.newContext({ storageState: await page.context().storageState() });
  const elsewhere = await other.newPage();
  await elsewhere.goto(page.url());
  await expect(transcript(elsewhere)).toBeVisible();
  for (const [each, words] of [
    [page, "one single page"],
    [elsewhere, "one short page"],
  ] as const) {
    await each.keyboard.press("e");
    await expect(each.getByText("You are correcting the text.")).toBeVisible();
    await find(each, "one page instead");
    await each.keyboard.type(`${words} instead`);
    await expect(each.getByText("1 line changed")).toBeVisible();
  }
  await elsewhere.keyboard.press("Control+Enter");
  await elsewhere.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(elsewhere.getByText("You are correcting the text.")).toBeHidden();
  await other.close();

  await expect(transcript(page)).toContainText("one single page instead");
  await page.keyboard.press("Control+Enter");
  const conflict = page.getByRole("dialog", { name: "Somebody else corrected this text" });
  await expect(conflict.getByText("one single page instead")).toBeVisible();
  await expect(conflict.getByText("one short page instead")).toBeVisible();
  await expect(conflict.getByText("1 line was changed by both")).toBeVisible();
  await conflict.getByRole("button", { name: "Put mine onto the new text" }).click();
  await expect(transcript(page)).toContainText("one single page instead");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("dialog", { name: "Save this correction?" }).getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("You are correcting the text.")).toBeHidden();
  expect(await storedText(page)).toContain("one single page instead");
});

test("words that are not saved are asked about however the page is left", async ({ page, example: _ }) => {
  await goTo(page, "/codebook");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("ics_P01");
  await expect(page.getByRole("option", { name: /ics_P01\.txt/ }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(transcript(page)).toBeFocused();
  const source = page.url();
  await page.keyboard.press("e");
  await find(page, "one page instead");
  await page.keyboard.type("a page instead");
  const asks = page.getByRole("alertdialog", { name: "Leave with text that is not saved?" });
  const stay = async () => {
    await expect(asks).toBeVisible();
    await asks.getByRole("button", { name: "Stay" }).click();
    await expect(asks).toBeHidden();
    expect(page.url()).toBe(source);
    await expect(transcript(page)).toContainText("a page instead");
  };
  await page.getByRole("navigation").getByRole("link", { name: /^Cases/ }).click();
  await stay();
  await page.evaluate(() => window.history.back());
  await stay();
  await page.getByRole("button", { name: /^Coders/ }).focus();
  await page.keyboard.press("Alt+h");
  await stay();

  await page.evaluate(() => window.history.back());
  await asks.getByRole("button", { name: "Leave" }).click();
  await expect(page.getByRole("heading", { name: "Codebook", level: 1 })).toBeVisible();
  await goTo(page, source);
  await expect(page.getByText(/^Corrections to this text from .* were not saved/)).toBeVisible();
  await page.getByRole("button", { name: "Take them up" }).click();
  await expect(transcript(page)).toContainText("a page instead");
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByRole("button", { name: "Throw the changes away" }).click();
  await expect(transcript(page)).toContainText("one page instead");
});

test("a mark that the desk refuses is taken back, and it is said why", async ({ page, example, complaints }) => {
  await openSource(page, "ics_P01.txt");
  const before = await storedCodings(page);
  await page.route("**/api/codings", async (route) => {
    example.command("codes retire", "Geography"); // in the moment between key and desk
    await route.continue();
  });
  await find(page, "signed it in ink");
  await page.keyboard.press("c");
  await page.keyboard.type("geograph");
  await page.keyboard.press("Enter");
  await expect(stripe(page, /^Geography, you/)).toBeVisible();
  await expect(messages(page).getByText(/Geography.* retired/)).toBeVisible();
  await expect(stripe(page, /^Geography, you/)).toHaveCount(0);
  expect((await storedCodings(page)).id).toEqual(before.id);
  complaints.splice(0, complaints.length, ...complaints.filter((each) => !each.includes("400 (Bad Request)")));
});

test("coders are hidden, shown, and put side by side", async ({ page, example: _ }) => {
  await openSource(page, "ics_P02.txt");
  await page.getByRole("button", { name: "Coders: you, Ben, Chidi" }).click();
  const menu = page.getByRole("dialog", { name: "Coders shown" });
  await expectAccessible(page);
  await expect(stripe(page, /, Ben[,]/).first()).toBeVisible();
  await menu.getByRole("checkbox", { name: /^Ben/ }).uncheck();
  await expect(stripe(page, /, Ben[,]/)).toHaveCount(0);
  await menu.getByRole("checkbox", { name: /^Ben/ }).check();
  await menu.getByRole("checkbox", { name: /^Side by side/ }).check();
  await expect(page.locator(".t-stripe-heads span")).toHaveText(["you", "Ben", "Chidi"]);
  await page.keyboard.press("Escape");
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
});
