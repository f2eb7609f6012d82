import { request } from "node:http";

import type { Page } from "@playwright/test";

import { expect, test } from "./desk.ts";
import { codeNextTurn, openSource, storedCodings } from "./reading.ts";
import { asked, goTo } from "./views.ts";

const state = (page: Page) => page.locator(".rail").getByRole("status");

interface Done {
  operation: string;
  sentence: string;
}

const lately = async (page: Page) => (await asked<{ items: Done[] }>(page, "/api/history?most=50")).items;

test("a lost connection shows, what was done meanwhile is kept and is stored once", async ({ page, example }) => {
  await openSource(page, "ics_P01.txt");
  const before = await storedCodings(page);
  const done = await lately(page);
  await example.kill();
  await expect(state(page)).toHaveText("Not connected");
  await codeNextTurn(page, "trust");
  await expect(state(page)).toHaveText("Not connected: 1 change is waiting");
  await expect(page.locator(".t-mark.t-waiting").first()).toBeVisible();

  // A memo that was begun keeps its words too.
  await page.keyboard.press("m");
  await page.getByLabel("Title").fill("While the desk was away");
  await page.getByLabel("What you think").fill("Nothing of this may be lost.");
  await page.keyboard.press("Control+Enter");
  await expect(state(page)).toHaveText("Not connected: 2 changes are waiting");

  const address = await example.again();
  await expect(page.getByRole("alertdialog")).toContainText("2 changes are kept in this browser");
  const source = page.url();
  await page.goto(address);
  await expect(state(page)).toHaveText("Saved");
  await goTo(page, source);
  const after = await storedCodings(page);
  expect(after.id).toHaveLength(before.id.length + 1);
  expect(after.id).toEqual(expect.arrayContaining(before.id));
  await expect(page.getByText("While the desk was away").first()).toBeVisible();
  expect(await lately(page)).toHaveLength(done.length + 2);
});

test("an answer that was lost on its way does not make the change twice", async ({ page, example: _ }) => {
  await openSource(page, "ics_P01.txt");
  const before = await storedCodings(page);
  await page.route("**/api/codings", async (route) => {
    await route.fetch(); // it is stored; the page never hears of it
    await route.abort("connectionreset");
    await page.unroute("**/api/codings");
  });
  await codeNextTurn(page, "trust");
  await expect(page.getByText("Not connected. It is kept")).toBeVisible();
  await expect(page.getByText("The change that waited is stored.")).toBeVisible();
  await expect(state(page)).toHaveText("Saved");
  expect((await storedCodings(page)).id).toHaveLength(before.id.length + 1);
});

test("a desk that is killed in the middle of saving loses nothing and does nothing twice", async ({ page, example }) => {
  // The kill falls into another moment of the write each time.
  for (const [name, pause] of [["ics_P01.txt", 0], ["ics_P03.txt", 3], ["ics_P04.txt", 8]] as const) {
    await openSource(page, name);
    const source = page.url();
    const before = (await storedCodings(page)).id.length;
    const asks = page.waitForRequest((asked) => asked.method() === "POST");
    await codeNextTurn(page, "trust");
    await asks;
    await new Promise((passed) => setTimeout(passed, pause));
    await example.kill();
    await page.goto(await example.again());
    await goTo(page, source);
    await expect.poll(async () => (await storedCodings(page)).id.length).toBe(before + 1);
    await expect(state(page)).toHaveText("Saved");
  }
});

test("two people change one definition: both see it and nothing is lost", async ({ page, browser, example: _ }) => {
  await goTo(page, "/codebook");
  const { codes } = await asked<{ codes: { id: string; name: string; definition: string }[] }>(page, "/api/codes");
  const code = codes.find(({ definition }) => definition) ?? codes[0];
  const address = new URL(`/codebook/${code?.id ?? ""}`, page.url()).href;
  const other = await browser.newContext({ storageState: await page.context().storageState() });
  const elsewhere = await other.newPage();
  await goTo(page, address);
  await elsewhere.goto(address);

  for (const each of [page, elsewhere]) {
    await each.getByRole("button", { name: /^Change Means/ }).click();
    await expect(each.getByRole("textbox", { name: "Means" })).toHaveValue(code?.definition ?? "");
  }
  await page.getByRole("textbox", { name: "Means" }).fill("What I make of it.");
  await elsewhere.getByRole("textbox", { name: "Means" }).fill("What they make of it.");
  await elsewhere.keyboard.press("Control+Enter");
  await expect(elsewhere.getByRole("button", { name: /^Change Means/ })).toContainText("What they make of it.");
  await expect(page.getByRole("textbox", { name: "Means" })).toHaveValue("What I make of it.");
  await page.keyboard.press("Control+Enter");

  const choice = page.getByRole("dialog", { name: /changed by somebody else/ });
  await expect(choice.getByText("What they make of it.")).toBeVisible();
  await expect(choice.getByRole("textbox")).toHaveValue("What I make of it.");
  await choice.getByRole("textbox").fill("What we make of it.");
  await choice.getByRole("button", { name: "Save yours" }).click();
  for (const each of [page, elsewhere])
    await expect(each.getByRole("button", { name: /^Change Means/ })).toContainText("What we make of it.");
  const { changes } = await asked<{ changes: unknown[] }>(page, `/api/history/of/${code?.id ?? ""}`);
  expect(JSON.stringify(changes)).toContain("What they make of it.");
  await other.close();
});

test("what another program changes appears in the open page", async ({ page, example }) => {
  await goTo(page, "/codebook");
  example.command("codes add", "Made in a terminal");
  await expect(page.getByText("Made in a terminal")).toBeVisible();
  await openSource(page, "ics_P01.txt");
  const { text } = await asked<{ text: string }>(page, `/api${new URL(page.url()).pathname}/text`);
  const at = text.indexOf("\n\n") + 2;
  example.command("code", "ics_P01.txt", "Made in a terminal", "--at", `${at}-${at + 60}`);
  await expect(page.getByRole("button", { name: /^Made in a terminal, Ben/ })).toBeVisible();
  await expect(page.getByText("1 other person is working here")).toBeVisible();
});

test("while an import is stored a coding waits, says so, and is stored after it", async ({ page, example: _ }) => {
  test.slow();
  const files = new FormData();
  for (let number = 0; number < 150; number += 1) {
    const turns = Array.from({ length: 500 }, (_, turn) => `${turn % 2 ? "Nurse" : "Interviewer"}: ${number} ${turn} `);
    const text = turns.map((turn) => turn + "we sat with them again and again that year ".repeat(4)).join("\n\n");
    files.append("files", new File([text], `ward ${number}.txt`, { type: "text/plain" }));
  }
  const api = new URL("/api/imports", page.url()).href;
  const asks = await page.request.post(api, { multipart: files });
  const { id } = (await asks.json()) as { id: string };
  await expect
    .poll(async () => (await asked<{ phase: string }>(page, `/api/imports/${id}`)).phase, { timeout: 60_000 })
    .toBe("ready");

  await openSource(page, "ics_P01.txt");
  const before = await storedCodings(page);
  await page.keyboard.press("g");
  await page.keyboard.press("n");
  await page.request.post(`${api}/${id}/store`);
  await expect(page.getByText("An import is being stored. You can go on")).toBeVisible();
  await page.keyboard.press("c");
  await page.keyboard.type("trust");
  await page.keyboard.press("Enter");
  await expect(state(page)).toHaveText("An import is being stored; your change waits");
  await expect(state(page)).toHaveText("Saved", { timeout: 60_000 });
  expect((await storedCodings(page)).id).toHaveLength(before.id.length + 1);
  expect((await asked<{ phase: string }>(page, `/api/imports/${id}`)).phase).toBe("stored");
});

test("who was not let in, or comes from elsewhere, gets nothing", async ({ page, browser, example }) => {
  const stranger = await browser.newPage();
  const home = `http://127.0.0.1:${example.port}`;
  for (const address of ["/", "/sources", "/open", "/open?token=wrong"]) {
    await stranger.goto(home + address);
    await expect(stranger.locator("#desk")).toHaveCount(0);
    await expect(stranger.getByText("Each lets one browser in, once")).toBeVisible();
  }
  await stranger.close();

  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const host = `127.0.0.1:${example.port}`;
  expect(await statusOf(example.port, { host, cookie })).toBe(200);
  expect(await statusOf(example.port, { host })).toBe(401);
  expect(await statusOf(example.port, { host, cookie: cookie.replace(/=\w/, "=x") })).toBe(401);
  expect(await statusOf(example.port, { host: "desk.example.org", cookie })).toBe(403);
  expect(await statusOf(example.port, { host, cookie, origin: "http://desk.example.org" })).toBe(403);
  expect(await statusOf(example.port, { host, cookie, origin: "http://127.0.0.1:1" })).toBe(403);
  expect(await statusOf(example.port, { host, cookie, "sec-fetch-site": "cross-site" })).toBe(403);
});

function statusOf(port: number, headers: Record<string, string>): Promise<number> {
  return new Promise((answered, failed) => {
    const asks = request({ host: "127.0.0.1", port, path: "/api/study", headers }, (answer) => {
      answer.resume();
      answered(answer.statusCode ?? 0);
    });
    asks.on("error", failed);
    asks.end();
  });
}
