import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expectAccessible } from "./axe.ts";
import { test as base, expect } from "./desk.ts";
import { commands } from "./example-study.ts";

interface Shelf {
  /** Where studies lie. */
  folder: string;
}

/** A desk that was opened without a study, by somebody who never opened one. */
const test = base.extend<{ shelf: Shelf }>({
  shelf: async ({ page }, use) => {
    const home = mkdtempSync(join(tmpdir(), "crosscase-shelf-"));
    mkdirSync(join(home, "Documents"));
    const env = { ...process.env, HOME: home, CROSSCASE_CONFIG: join(home, "config.toml"), LOGNAME: "ama-k" };
    const desk = spawn(join(commands, "crosscase"), ["open", "--no-browser", "--json"], {
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      const line = await new Promise<string>((found) => desk.stdout.once("data", (said: Buffer) => found(said.toString())));
      await page.goto((JSON.parse(line) as { address: string }).address);
      await use({ folder: join(home, "Documents", "crosscase") });
      await page.goto("about:blank");
    } finally {
      const ended = new Promise((done) => desk.once("exit", done));
      desk.kill("SIGINT");
      await ended;
      rmSync(home, { recursive: true, force: true });
    }
  },
});

test("a first study is begun without a terminal, and found again", async ({ page, shelf }) => {
  await expect(page.getByRole("heading", { name: "Welcome to crosscase" })).toBeVisible();
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expectAccessible(page);

  await page.getByLabel("Your name").fill("");
  await page.getByLabel("Title of the study").fill("Trust: in three places?");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Say your name first.")).toBeVisible();
  await page.getByLabel("Your name").fill("Ama Okoro");
  await page.getByLabel("Title of the study").press("Enter");

  await expect(page.getByRole("heading", { name: "Home" })).toBeVisible();
  await expect(page.getByText("Trust: in three places?").first()).toBeVisible();
  expect(existsSync(join(shelf.folder, "Trust in three places.crosscase"))).toBe(true);

  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Open another study" }).last().click();
  await expect(page.getByRole("heading", { name: "Which study?" })).toBeVisible();
  await expect(page.getByText("You work here as Ama Okoro.")).toBeVisible();
  await page.getByRole("button", { name: /Trust: in three places/ }).click();
  await expect(page.getByRole("heading", { name: "Home" })).toBeVisible();
});

test("every page goes to the shelf when the study is left", async ({ page, shelf: _ }) => {
  await page.getByLabel("Title of the study").fill("One");
  await page.getByRole("button", { name: "Begin the study" }).click();
  await expect(page.getByRole("heading", { name: "Home" })).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(new URL("/codebook", page.url()).href);
  await expect(other.getByRole("heading", { level: 1, name: "Codebook" })).toBeVisible();
  await page.getByRole("button", { name: "Open another study" }).click();
  await expect(other.getByRole("heading", { name: "Which study?" })).toBeVisible();
  await page.getByLabel("Title of the study").fill("Two");
  await page.getByRole("button", { name: "Begin the study" }).click();
  await expect(page.getByRole("paragraph").filter({ hasText: /^Two$/ })).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("An action, source, code, case or memo").fill("another study");
  await expect(page.getByRole("option", { name: "Open another study" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^One/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Two/ })).toBeVisible();
});

test("a file that cannot be opened says why, and a name is changed in place", async ({ page, shelf }) => {
  mkdirSync(shelf.folder);
  writeFileSync(join(shelf.folder, "Broken.crosscase"), "no study");
  await page.reload();
  await expect(page.getByRole("button", { name: /Broken/ })).toBeDisabled();
  await page.getByLabel("Your name").fill("Ama");
  await page.getByLabel("Title of the study").fill("Good");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Open another study" }).click();
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await page.getByLabel("Your name").fill("Ama Okoro");
  await page.getByLabel("Your name").press("Enter");
  await expect(page.getByText("You work here as Ama Okoro.")).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
});
