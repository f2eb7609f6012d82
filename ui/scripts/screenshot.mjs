// Takes a picture of a page of an open desk:
//   node scripts/screenshot.mjs ADDRESS WIDTHxHEIGHT light|dark FILE.png [--open LINK] [--press KEYS] [--wait MS]
// ADDRESS may be the one-time link itself. --open follows the link first; --press types keys, such as
// "Control+k" or "text:place", divided by commas. A browser's state is kept beside FILE for later.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

import { chromium } from "playwright-core";

const [address, size = "1440x900", theme = "light", file = "page.png", ...rest] = process.argv.slice(2);
if (!address) throw new Error("Which address?");
const option = (name) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : null);
const [width, height] = size.split("x").map(Number);
const state = join(dirname(file), ".browser-state.json");

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
});
const context = await browser.newContext({
  viewport: { width, height: height ?? 900 },
  colorScheme: theme,
  locale: "en-GB",
  ...(existsSync(state) ? { storageState: state } : {}),
});
const page = await context.newPage();
page.on("console", (message) => {
  if (["error", "warning"].includes(message.type())) console.error(`${message.type()}: ${message.text()}`);
});
page.on("pageerror", (error) => console.error(`page: ${error.message}`));

if (option("--open")) await page.goto(option("--open"));
await page.goto(address);
await page.waitForTimeout(Number(option("--wait") ?? 1200));
for (const key of (option("--press") ?? "").split(",").filter(Boolean)) {
  if (key.startsWith("text:")) await page.keyboard.type(key.slice(5));
  else if (key.startsWith("click:")) await page.getByRole("button", { name: key.slice(6) }).first().click();
  else await page.keyboard.press(key);
  await page.waitForTimeout(300);
}
await page.screenshot({ path: file });
await context.storageState({ path: state });
await browser.close();
