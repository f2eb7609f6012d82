import { expectAccessible } from "./axe.ts";
import { expect, test } from "./desk.ts";
import { goTo } from "./views.ts";

test("saturation is told with its order and its codebook, and each new code opens where it was said", async ({ page, example: _ }) => {
  await goTo(page, "/compare");
  await page.getByRole("navigation", { name: "Ways of comparing" }).getByRole("link", { name: "Saturation" }).click();
  await expect(page.getByRole("heading", { name: "Saturation", level: 1 })).toBeVisible();
  await expect(page.getByText(/^5\+2 After 5 interviews the next 2 brought no more than 5% of the 29 codes/)).toBeVisible();
  await expect(page.getByRole("img", { name: /All: 36 distinct codes after 32 interviews; saturation 5\+2/ })).toBeVisible();
  await expect(page.getByRole("region", { name: "Notes" })).toContainText("splitting a code makes");

  await page.getByRole("link", { name: "Motivation and purpose > Crowding out: its first passage in ics_P01.txt" }).press("Enter");
  await expect(page).toHaveURL(/\/sources\/.*at=\d+-\d+/);
  await page.goBack();
  await expectAccessible(page);
});

test("base, run and site are chosen by keys, stand in the address, and reach the figure", async ({ page, example: _ }) => {
  await goTo(page, "/compare/saturation");
  await page.getByLabel("Base").fill("6");
  await page.getByLabel("Base").press("Enter");
  await page.getByLabel("Run").fill("3");
  await page.getByLabel("Run").press("Enter");
  await page.getByRole("combobox", { name: "By", exact: true }).selectOption("sites");
  await expect(page).toHaveURL(/base=6/);
  const thornfell = page.getByRole("button", { name: "Thornfell" });
  await thornfell.press("Enter");
  await expect(thornfell).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("heading", { name: "Distinct codes by interview: Thornfell" })).toBeVisible();
  await expect(page.getByRole("row", { name: /^Thornfell 10 10 36 6\+3/ })).toBeVisible();
  const figure = page.getByRole("link", { name: "Figure as SVG" });
  const saving = page.waitForEvent("download");
  await figure.press("Enter");
  expect((await saving).suggestedFilename()).toMatch(/saturation\.svg$/);

  await page.getByLabel("Base").fill("30");
  await page.getByLabel("Base").press("Enter");
  await expect(page.getByText("32 interviews are fewer than a base of 30 and a run of 3 need.")).toBeVisible();
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
});
