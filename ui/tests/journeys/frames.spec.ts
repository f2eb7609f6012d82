import { expectAccessible } from "./axe.ts";
import { expect, test } from "./desk.ts";
import { goTo } from "./views.ts";

const TABLE = [
  "case,name,region,deprived,people",
  "a,Ash,North,10,200", "b,Birch,South,20,300", "c,Cedar,North,20,250",
  "d,Dogwood,South,40,100", "e,Elm,North,50,400", "f,Fir,South,,350",
].join("\n");

test("cases are taken from a table, grouped and chosen, and the decision is told in words", async ({ page, empty: _ }) => {
  await goTo(page, "/frames");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Import a table of cases" }).click();
  const taking = page.getByRole("dialog", { name: "Import a table of cases" });
  await taking.getByRole("button", { name: "Choose a file" }).click();
  await (await chooser).setFiles({ name: "trees.csv", mimeType: "text/csv", buffer: Buffer.from(TABLE) });
  await expect(taking.getByText("A frame of 6 cases.")).toBeVisible();
  await expect(taking.getByText("deprived: 1 case has no value.")).toBeVisible();
  await taking.getByRole("button", { name: "Take it in" }).click();
  await expect(page.getByRole("heading", { name: "trees", level: 1 })).toBeVisible();

  await page.keyboard.press("g");
  const grouping = page.getByRole("dialog", { name: "Group the cases" });
  await grouping.getByLabel(/^By/).selectOption("deprived");
  await grouping.getByLabel("How many groups").fill("2");
  await grouping.getByLabel("What the groups are called").fill("low; high");
  await grouping.getByRole("button", { name: "Group them" }).click();
  await expect(page.getByRole("cell", { name: "high" })).toHaveCount(2);
  const head = page.getByRole("columnheader", { name: "deprived", exact: true });
  await head.getByRole("button").click();
  await head.getByRole("button").click();
  await expect(head).toHaveAttribute("aria-sort", "descending");
  await expect(page.getByRole("rowheader").first()).toHaveText("Elm");
  await expect(page.getByRole("rowheader").last()).toHaveText("Fir");

  await page.keyboard.press("c");
  const choosing = page.getByRole("dialog", { name: "Choose cases" });
  await choosing.getByLabel("How many").fill("2");
  await choosing.getByRole("checkbox", { name: "region" }).check();
  await expect(choosing.getByText("No better set exists.")).toBeVisible();
  await choosing.getByRole("button", { name: "Keep this choice" }).click();
  await expect(page).toHaveURL(/tab=selections/);
  const kept = page.getByRole("region", { name: "Selection 1" });
  await expect(kept).toContainText("were chosen from the sampling frame “trees”");
  await expect(kept.getByRole("rowheader").first()).toHaveText("Site A");
  await page.getByLabel("Show real names").check();
  await expect(kept.getByRole("rowheader").first()).not.toHaveText("Site A");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }

  await page.getByRole("link", { name: "Plots" }).click();
  await expect(page.getByRole("img", { name: /^deprived of 5 cases, 10 to 50\. Chosen: / })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Table" }).click();
  await expect(page.getByText("chosen", { exact: true })).toHaveCount(2);
  await expectAccessible(page);
  await page.keyboard.press("Control+z");
  await expect(page.getByText("chosen", { exact: true })).toHaveCount(0);
});

test("who refuses is replaced after a look, another set that is as good is taken, and groups are drawn from", async ({ page, empty }) => {
  await goTo(page, "/frames");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Import a table of cases" }).click();
  const taking = page.getByRole("dialog", { name: "Import a table of cases" });
  await taking.getByRole("button", { name: "Choose a file" }).click();
  await (await chooser).setFiles({ name: "trees.csv", mimeType: "text/csv", buffer: Buffer.from(TABLE) });
  await taking.getByRole("button", { name: "Take it in" }).click();
  await expect(page.getByRole("heading", { name: "trees", level: 1 })).toBeVisible();
  empty.command("frame classify", "trees", "people", "--groups", "2");
  await expect(page.getByRole("columnheader", { name: "people group" })).toBeVisible();

  await page.keyboard.press("g");
  const grouping = page.getByRole("dialog", { name: "Group the cases" });
  await grouping.getByLabel(/^By/).selectOption("people");
  await expect(grouping.getByText("The grouping “people group” that is there will be replaced.")).toBeVisible();
  await page.keyboard.press("Escape");

  await page.keyboard.press("c");
  const choosing = page.getByRole("dialog", { name: "Choose cases" });
  await choosing.getByLabel(/^How(?! many)/).selectOption("quota");
  await choosing.getByLabel("Quotas of").selectOption("region");
  await choosing.getByLabel("How many of North").fill("1");
  await choosing.getByLabel("How many of South").fill("1");
  await expect(choosing.getByText(/^From 6 of 6 cases/)).toBeVisible();
  await choosing.getByLabel(/^How(?! many)/).selectOption("criterion");
  await choosing.getByLabel("The criterion").fill("people at least 300");
  await expect(choosing.getByText("Birch, Elm, Fir")).toBeVisible();
  await choosing.getByLabel(/^How(?! many)/).selectOption("stratified");
  await choosing.getByLabel("Groups of").selectOption("region");
  await choosing.getByLabel("And only cases that meet").fill("");
  await choosing.getByLabel("How many", { exact: true }).fill("2");
  await expect(choosing.getByText(/^From 6 of 6 cases/)).toBeVisible();
  await choosing.getByLabel(/^How(?! many)/).selectOption("maximum-variation");
  await choosing.getByRole("checkbox", { name: "people group" }).uncheck();
  await choosing.getByRole("checkbox", { name: "region" }).check();
  await choosing.getByRole("button", { name: "Keep this choice" }).click();

  const kept = page.getByRole("region", { name: "Selection 1", exact: true });
  await kept.getByRole("button", { name: "Take another set" }).click();
  const picking = page.getByRole("dialog", { name: "Another set for Selection 1" });
  await picking.getByRole("radio").nth(1).check();
  await expect(picking.getByRole("button", { name: "Take this set" })).toBeDisabled();
  await picking.getByLabel(/^Why this one/).fill("Nearer to us");
  await expectAccessible(page);
  await picking.getByRole("button", { name: "Take this set" }).click();
  await expect(kept).toContainText("Nearer to us");

  await kept.getByRole("button", { name: "Replace who refused" }).click();
  const replacing = page.getByRole("dialog", { name: "Replace cases of Selection 1" });
  await replacing.getByRole("checkbox").first().check();
  await replacing.getByLabel(/^Why .* does not/).fill("No time");
  await expect(replacing.getByText(/^New: /)).toBeVisible();
  await expectAccessible(page);
  await replacing.getByRole("button", { name: "Keep the new selection" }).click();
  await expect(page.getByRole("region", { name: "Selection 1 (replaced)" })).toContainText("No time");
  await expect(kept).toContainText("replaced by Selection 1 (replaced)");

  await goTo(page, "/");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Selection 1 (rep");
  await expect(page.getByRole("option", { name: /Selection 1 \(replaced\)/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/frames\/.*tab=selections/);
  await expect(page.getByRole("region", { name: "Selection 1 (replaced)" })).toBeVisible();
});
