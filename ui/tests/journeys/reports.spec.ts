import { expectAccessible } from "./axe.ts";
import { expect, test } from "./desk.ts";
import { goTo } from "./views.ts";

test("a checklist is answered by keys, and the study is packed once somebody has said so", async ({ page, example: _ }) => {
  await goTo(page, "/findings?part=reports");
  await expect(page.getByRole("heading", { name: "Cases and sampling" })).toBeVisible();
  await page.getByRole("link", { name: /^COREQ/ }).click();
  await page.getByRole("button", { name: /^Still to answer/ }).click();
  await page.keyboard.press("n");
  await expect(page.getByRole("button", { name: "Answer: item 2, Credentials" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Two nurses and a doctor.");
  await page.keyboard.press("Tab");
  await page.keyboard.type("p. 5");
  await expectAccessible(page);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("button", { name: "Change the answer: item 2, Credentials" })).toBeFocused();
  await expect(page.getByText("24 of 32 items")).toBeVisible();
  await page.keyboard.press("n");
  await expect(page.getByRole("button", { name: "Answer: item 3, Occupation" })).toBeFocused();

  await page.getByRole("link", { name: /^Replication package/ }).click();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the package to share" }).click();
  expect((await saved).suggestedFilename()).toMatch(/shared package\.zip$/);
  await page.getByRole("button", { name: /^Download the whole package/ }).click();
  const asked = page.getByRole("alertdialog");
  await expect(asked.getByText(/would let a reader find who spoke/)).toBeVisible();
  await expectAccessible(page);
  const whole = page.waitForEvent("download");
  await asked.getByRole("button", { name: "Download it" }).click();
  expect((await whole).suggestedFilename()).toMatch(/replication package\.zip$/);
});
