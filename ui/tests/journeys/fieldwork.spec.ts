import type { Page } from "@playwright/test";

import { expectAccessible } from "./axe.ts";
import { expect, test } from "./desk.ts";
import { goTo } from "./views.ts";

const column = (page: Page, name: string | RegExp) => page.getByRole("region", { name });
const panel = (page: Page) => page.getByRole("complementary", { name: "A participant" });

test("somebody new goes over the board as each step is recorded, by keys alone", async ({ page, example }) => {
  example.command("participants add", "P77", "--role", "Councillor", "--sector", "Social care", "--site", "Thornfell");
  await goTo(page, "/fieldwork?site=Thornfell");
  const found = column(page, "Found 1").getByRole("button", { name: /P77/ });
  await expect(found).toContainText("Councillor");

  await page.keyboard.press("t");
  await expect(found).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel(page)).toContainText("No contact is recorded.");
  await page.keyboard.press("k");
  const contact = page.getByRole("dialog", { name: "A contact with P77" });
  await contact.getByLabel("What came of it").selectOption("agreed");
  await contact.getByLabel("Note").fill("By her secretary");
  await contact.getByRole("button", { name: "Save" }).press("Enter");
  await expect(contact).toBeHidden();
  await expect(page.getByRole("status").getByText("Recorded a contact with “P77”")).toBeVisible();
  const agreed = column(page, "Agreed 1").getByRole("button", { name: /P77/ });
  await expect(agreed).toContainText("no consent yet");
  await expect(panel(page)).toContainText("By her secretary");

  await page.keyboard.press("e");
  const consent = page.getByRole("dialog", { name: "The consent of P77" });
  await consent.getByLabel("naming the role").check();
  await consent.getByRole("button", { name: "Save" }).press("Enter");
  await expect(panel(page)).toContainText("interview, recording, quoting, naming the role");
  await expect(agreed).not.toContainText("no consent yet");
  await expect(consent).toBeHidden();
  await expect(page.locator(".fw-panel")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(agreed).toBeFocused();

  await page.keyboard.press("Control+z");
  await expect(agreed).toContainText("no consent yet");
  await page.keyboard.press("ArrowRight");
  await expect(column(page, /^Coded/).getByRole("button").first()).toBeFocused();
});

test("who withdraws is hidden at once, after a look at what that hides, and can be brought back", async ({ page, example: _ }) => {
  await goTo(page, "/fieldwork");
  await column(page, /^Coded/).getByRole("button", { name: /P02/ }).click();
  await panel(page).getByRole("button", { name: "Withdraw…" }).click();
  const leaving = page.getByRole("dialog", { name: "P02 withdraws" });
  await expect(leaving.getByText(/hidden whole:$/)).toBeVisible();
  await expect(leaving.getByText("ics_P02.txt")).toBeVisible();
  await expectAccessible(page);
  await leaving.getByRole("button", { name: "Withdraw", exact: true }).click();
  await expect(leaving).toBeHidden();
  await expect(column(page, /^Coded/).getByRole("button", { name: /P02/ })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Withdrawn" })).toContainText("1 participant withdrew");
  await page.getByRole("region", { name: "Withdrawn" }).getByRole("button", { name: "Lift it" }).click();
  await expect(column(page, /^Coded/).getByRole("button", { name: /P02/ })).toBeVisible();
});

test("the table of recruitment, the referrals and what is to do are told, in light and dark", async ({ page, example: _ }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await goTo(page, "/fieldwork?tab=recruitment");
    const table = page.getByRole("region", { name: "Who was recruited" });
    await expect(table.getByRole("row").last()).toContainText("All");
    await expect(page.getByRole("region", { name: "What came of asking" })).toContainText(/\d+ of \d+ \(\d+%\)/);
    await expectAccessible(page);
  }
  await page.getByRole("link", { name: "To do" }).click();
  await expect(page).toHaveURL(/tab=todo/);
  await expect(page.getByRole("region", { name: /^Participants/ })).toBeVisible();
  await page.getByRole("link", { name: "Referrals" }).click();
  const chain = page.getByRole("list", { name: /led to$/ }).first().getByRole("button").first();
  const name = (await chain.textContent()) ?? "";
  await chain.click();
  await expect(panel(page).getByRole("link", { name, exact: true })).toBeVisible();
  await expectAccessible(page);
});
