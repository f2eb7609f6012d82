import { expectAccessible } from "./axe.ts";
import { expect, test } from "./desk.ts";
import { asked } from "./views.ts";
import type { Page } from "@playwright/test";

const box = (page: Page) => page.getByRole("textbox", { name: "What to look for" });
const found = (page: Page) => page.getByRole("region", { name: "Passages found" });
const results = (page: Page) => found(page).getByRole("group");

async function ask(page: Page, port: number, question: string): Promise<void> {
  await page.goto(`http://127.0.0.1:${port}/search?q=${encodeURIComponent(question)}`);
}

test("a slash leads to the box from anywhere, and Enter finds a word", async ({ page, example }) => {
  await page.goto(`http://127.0.0.1:${example.port}/history`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("/");
  await expect(box(page)).toBeFocused();
  await page.keyboard.type("funding");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=funding$/);
  await expect(page.getByText("11 passages in 9 sources by 6 participants")).toBeVisible();
  await expect(results(page).first().locator("mark")).toHaveText(/funding/i);
  await results(page).first().focus();
  await page.keyboard.press("/");
  await expect(box(page)).toBeFocused();
});

test("by keys one goes through what was found, opens one, and comes back to it", async ({ page, example }) => {
  await ask(page, example.port, "code:trust");
  await expect(results(page).first()).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.press("ArrowDown");
  await expect(results(page).first()).toBeFocused();
  for (let step = 0; step < 12; step++) await page.keyboard.press("ArrowDown");
  const chosen = found(page).locator(":focus");
  await expect(chosen).toHaveAttribute("data-number", "12");
  const text = await chosen.locator("mark").textContent();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sources\/[0-9a-f-]+\?at=\d+-\d+/);
  await page.goBack();
  await expect(found(page).locator(":focus")).toHaveAttribute("data-number", "12");
  await expect(found(page).locator(":focus mark")).toHaveText(text ?? "");
});

test("words of other tools are understood, and how they were read is said", async ({ page, example, complaints }) => {
  await ask(page, example.port, "node:Trust");
  await expect(page.getByText("Read as code:Trust")).toBeVisible();
  await ask(page, example.port, "code:Trust");
  await expect(results(page).first()).toBeVisible();
  await expect(page.getByText("Read as")).toBeHidden();
  await ask(page, example.port, "quotation:Trust");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("A quotation is called a passage here");
  complaints.length = 0; // the browser notes the answer 400
});

test("a slip is marked at its place, and several plain words can be meant in three ways", async ({
  page,
  example,
  complaints,
}) => {
  await ask(page, example.port, "code:Trust and (site:Harrowmere");
  await expect(page.getByRole("main").getByRole("alert").locator("mark")).toHaveText("(");
  await ask(page, example.port, "code:Trst");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Did you mean “Trust”?");
  await ask(page, example.port, "winter money");
  await page.getByRole("main").getByRole("alert").getByRole("button", { name: "winter or money" }).click();
  await expect(results(page).first()).toBeVisible();
  complaints.length = 0; // the browser notes the answers 400 and 404
});

test("conditions narrow a question and can be taken away again", async ({ page, example }) => {
  await ask(page, example.port, "code:Trust or code:Communication");
  await expect(page.getByText(/^58 passages/)).toBeVisible();
  await page.getByRole("button", { name: "Site" }).click();
  await page.keyboard.type("harr");
  await page.keyboard.press("Enter");
  await expect(box(page)).toHaveValue("(code:Trust or code:Communication) and site:Harrowmere");
  await expect(page.getByText(/passages in \d+ sources by \d+ participants/)).toBeVisible();
  await page.getByRole("button", { name: "Attribute" }).click();
  await page.keyboard.type("public health");
  await page.keyboard.press("Enter");
  await expect(box(page)).toHaveValue(/and sector:"Public health"$/);
  await page.getByRole("button", { name: 'Take away sector:"Public health"' }).click();
  await page.getByRole("button", { name: "Take away site:Harrowmere" }).click();
  await expect(page.getByText(/^58 passages/)).toBeVisible();
});

test("everything that was found is coded in one step, and undone in one", async ({ page, example }) => {
  await ask(page, example.port, "funding");
  await expect(page.getByText(/^11 passages/)).toBeVisible();
  await page.keyboard.press("c");
  await page.keyboard.type("shared vision");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("11 passages will be coded with “Shared vision”");
  await dialog.getByRole("button", { name: "Code 11 passages" }).click();
  await expect(dialog).toBeHidden();
  const coded = async () => {
    const q = encodeURIComponent('code:"Shared vision" and funding');
    return (await asked<{ total: number }>(page, `/api/search?q=${q}`)).total;
  };
  expect(await coded()).toBe(11);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(coded).toBe(0);
});

test("a question is saved under a name and asked again", async ({ page, example }) => {
  await ask(page, example.port, "code:Trust and site:Harrowmere");
  await expect(results(page).first()).toBeVisible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("dialog").getByLabel(/^Name/).fill("Trust in Harrowmere");
  await page.keyboard.press("Enter");
  const side = page.getByRole("complementary", { name: "Saved questions and help" });
  await expect(side.getByRole("button", { name: /^Trust in Harrowmere/ })).toBeVisible();
  await page.goto(`http://127.0.0.1:${example.port}/search`);
  await side.getByRole("button", { name: /^Trust in Harrowmere/ }).click();
  await expect(box(page)).toHaveValue("code:Trust and site:Harrowmere");
  await expect(results(page).first()).toBeVisible();
  await side.getByRole("button", { name: "Remove Trust in Harrowmere" }).click();
  await expect(side.getByRole("button", { name: /^Trust in Harrowmere/ })).toBeHidden();
});

test("the examples are of this study, and one press asks them", async ({ page, example }) => {
  await page.goto(`http://127.0.0.1:${example.port}/search`);
  await expect(box(page)).toBeFocused();
  await page.getByRole("button", { name: "code:Trust", exact: true }).click();
  await expect(page.getByText(/^49 passages/)).toBeVisible();
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Word" }).click();
  expect((await coming).suggestedFilename()).toContain(".docx");
});

test("printed, every passage is there and the box is not", async ({ page, example }) => {
  await ask(page, example.port, "code:Trust");
  await expect(results(page).first()).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(page.getByRole("article")).toHaveCount(49);
  await expect(box(page)).toBeHidden();
});

test("a study without sources says what to do first", async ({ page, empty }) => {
  await page.goto(`http://127.0.0.1:${empty.port}/search`);
  await expect(page.getByRole("heading", { name: "There is nothing to search yet" })).toBeVisible();
  await expectAccessible(page);
});

for (const scheme of ["light", "dark"] as const)
  test(`nothing stands in the way of anybody, ${scheme}`, async ({ page, example }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(`http://127.0.0.1:${example.port}/search`);
    await expect(box(page)).toBeFocused();
    await expectAccessible(page);
    await ask(page, example.port, "code:Trust and site:Harrowmere");
    await expect(results(page).first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Code all" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAccessible(page);
  });
