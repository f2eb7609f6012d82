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

test("a meeting, a document that was asked for and an approval are recorded, changed and taken away", async ({ page, empty: _ }) => {
  await goTo(page, "/fieldwork?tab=records");
  await page.getByRole("button", { name: "Record a meeting" }).click();
  const meeting = page.getByRole("dialog", { name: "An observed meeting" });
  await meeting.getByLabel("Which meeting").fill("Partnership board");
  await meeting.getByLabel("Who was there").fill("Health");
  await expect(meeting.getByText("Give each sector with a whole number")).toBeVisible();
  await meeting.getByLabel("Who was there").fill("Health: 4; Council: 2");
  await meeting.getByLabel("Decided").fill("One budget\nA winter plan");
  await meeting.getByLabel("Avoided").fill("Who pays");
  await meeting.getByRole("button", { name: "Save" }).click();
  const meetings = page.getByRole("region", { name: /^Observed meetings/ });
  await expect(meetings.getByRole("row").last()).toContainText("6 people");
  await expect(meetings.getByRole("row").last()).toContainText("Decided: One budget; A winter plan");
  await expect(meetings.getByRole("row").last()).toContainText("Avoided: Who pays");

  await page.getByRole("button", { name: "Record a request" }).click();
  const request = page.getByRole("dialog", { name: "A document asked for" });
  await request.getByLabel("Which document").fill("Minutes, May");
  await request.getByLabel("Asked on").fill("2026-05-02");
  await request.getByRole("button", { name: "Save" }).press("Enter");
  const documents = page.getByRole("region", { name: /^Documents asked for/ });
  await expect(documents.getByRole("row").last()).toContainText("asked for");
  await documents.getByRole("button", { name: "Change: Minutes, May" }).click();
  const changing = page.getByRole("dialog", { name: "Change the request for Minutes, May" });
  await changing.getByLabel("Standing").selectOption("arrived");
  await changing.getByLabel("Arrived on").fill("2026-05-20");
  await changing.getByRole("button", { name: "Save" }).press("Enter");
  await expect(documents.getByRole("row").last()).toContainText("arrived");
  await expect(documents.getByRole("row").last()).toContainText("20 May 2026");

  await page.getByRole("button", { name: "Record an approval" }).click();
  const approval = page.getByRole("dialog", { name: "An approval" });
  await approval.getByLabel("Approval", { exact: false }).first().fill("Ethics approval");
  await approval.getByLabel("Given on").fill("2026-01-10");
  await approval.getByLabel("Ends on").fill("2028-01-10");
  await approval.getByRole("button", { name: "Save" }).click();
  await expect(approval).toBeHidden();
  const approvals = page.getByRole("region", { name: /^Approvals/ });
  await expect(approvals.getByRole("row").last()).toContainText("10 Jan 2028");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await approvals.getByRole("button", { name: "Remove: Ethics approval" }).click();
  await expect(approvals).toContainText("No approval is recorded.");
  await page.getByRole("status").getByRole("button", { name: "Undo" }).last().click();
  await expect(approvals.getByRole("row").last()).toContainText("Ethics approval");
});

test("a guide is imported, and who was asked what is told as suggestions are confirmed by keys", async ({ page, example: _ }) => {
  await goTo(page, "/fieldwork?tab=guides");
  const standings = page.getByRole("region", { name: "Who was asked what" });
  await expect(standings.getByRole("columnheader", { name: "The partnership" })).toBeVisible();
  await standings.getByRole("link", { name: "P01", exact: true }).click();
  const turns = page.getByRole("region", { name: /^Which topic of/ });
  const first = turns.getByRole("listitem").first();
  await expect(first).toContainText("suggested");
  await first.getByRole("button").first().focus();
  await page.keyboard.press("y");
  await expect(first).toContainText("confirmed");
  await expect(turns.getByRole("button").and(page.locator('[aria-current="true"]'))).toContainText("And is it a guide to what happens?");
  await page.keyboard.press("n");
  await expect(turns.getByRole("listitem").nth(1)).toContainText("not on that");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await page.getByRole("button", { name: "Back to the table" }).click();
  await expect(standings.getByRole("row", { name: /^P01/ }).getByRole("img", { name: "answered" })).toHaveCount(1);
  await expect(standings.getByRole("row").last()).toContainText("1 of 1");
  await expectAccessible(page);

  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Import a file" }).click();
  const text = "# Chairs\n\n## Money\n\n- What became of it?\n";
  await (await chooser).setFiles({ name: "chairs.md", mimeType: "text/markdown", buffer: Buffer.from(text) });
  await expect(page.getByRole("heading", { name: "Chairs, version 1" })).toBeVisible();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Write its next version" }).click();
  const next = page.getByRole("dialog", { name: "The next version of Chairs" });
  await next.getByLabel("Topics and questions").fill("## Money\n- What became of it?\n\n## Power\n- Who decides?");
  await next.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Chairs, version 2" })).toBeVisible();
  await expect(standings.getByRole("columnheader", { name: "Power" })).toBeVisible();
});
