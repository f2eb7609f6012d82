import { expectAccessible } from "./axe.ts";
import { expect, test } from "./desk.ts";

test("a summary is drafted, saved and quoted by keys, and told as stale", async ({ page, example }) => {
  await page.goto(`http://127.0.0.1:${example.port}/compare/framework`);
  const table = page.getByRole("grid", { name: "Framework matrix" });
  await expect(table.getByText("5 passages to chart").first()).toBeVisible();
  await page.keyboard.press("t");
  await page.keyboard.press("ArrowRight");
  const panel = page.getByRole("complementary", { name: "Beneath a cell" });
  await expect(panel.getByRole("heading", { name: "P01: Relationships and cultures" })).toBeVisible();
  await page.keyboard.press("Enter");
  const area = page.getByRole("textbox", { name: /Summary of Relationships and cultures for P01/ });
  await expect(area).toBeFocused();
  await page.keyboard.type("Trust hangs on people.");
  await page.keyboard.press("Escape");
  await expect(table.getByText("Draft, not saved")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(area).toHaveValue("Trust hangs on people.");
  await page.keyboard.press("Control+Enter");
  await expect(table.getByText("Trust hangs on people.")).toBeVisible();
  await panel.getByRole("checkbox", { name: "Quote of this cell" }).first().click();
  await expect(table.getByText("1 quote")).toBeVisible();
  example.command("code", "ics_P01.txt", "Trust", "--at", "1181-1230");
  await expect(table.getByText(/Stale: 1 new coding/)).toBeVisible();
  await expectAccessible(page);
});

test("a cell of a grid is judged with evidence against it, and raters are compared", async ({ page, example }) => {
  example.command("grid add", "policy-streams");
  example.command("grid judge", "Policy streams", "Policy", "Vertical", "aligned", "--case", "Thornfell");
  await page.goto(`http://127.0.0.1:${example.port}/compare/grids`);
  const table = page.getByRole("grid", { name: "Policy streams" });
  await expect(table.getByText("1 aligned")).toBeVisible();
  await page.keyboard.press("t");
  await page.getByRole("button", { name: "Thornfell" }).click();
  await page.getByRole("radio", { name: /no evidence/ }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(table.getByText("no evidence")).toBeVisible();
  await expect(page.getByText("1 cell judged differently")).toBeVisible();
  await expect(page.getByText("undefined: no cell was judged by both")).toBeVisible();
  await page.getByRole("textbox", { name: "Search" }).fill("money");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Against it" }).first().click();
  await expect(page.getByRole("heading", { name: "Against it: 1" })).toBeVisible();
  await expectAccessible(page);
});
