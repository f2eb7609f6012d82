// Makes the pictures of the README from the example study: npm run pictures
// Every view at 1440x900 in light colours, some in dark ones, into docs/images/.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { command, openBrowser, openDesk, root } from "../benchmarks/open-desk.mjs";

const [width, height] = (process.argv.find((each) => /^\d+x\d+$/.test(each)) ?? "1440x900").split("x").map(Number);
const at = process.argv.indexOf("--into");
const into = at > 0 ? process.argv[at + 1] : join(root, "docs", "images");

const folder = mkdtempSync(join(tmpdir(), "crosscase-pictures-"));
execFileSync(command("python"), [join(root, "examples", "ics", "build.py"), "--folder", folder], { stdio: "ignore" });
mkdirSync(into, { recursive: true });
const browser = await openBrowser();
const desk = await openDesk(browser, join(folder, "ics.crosscase"), "Ama");
try {
  const found = await places();
  for (const [name, address, keys = []] of found) await picture(name, address, "light", keys);
  for (const [name, address, keys = []] of found)
    if (["read", "compare", "codebook"].includes(name)) await picture(`${name}-dark`, address, "dark", keys);
} finally {
  await desk.close();
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Where each picture is taken, and the keys that are pressed first. */
async function places() {
  const asked = async (path) => (await desk.context.request.get(new URL(path, desk.home).href)).json();
  const sources = (await asked("/api/sources?most=1000")).items;
  const source = sources.find(({ name }) => name === "ics_P02.txt").id;
  const { codes } = await asked("/api/codes");
  const code = codes.find(({ name }) => name === "Trust").id;
  const memo = (await asked("/api/memos")).items[0]?.id ?? "";
  const { cases } = await asked("/api/cases");
  const place = cases.find(({ interviewed }) => interviewed)?.id ?? "";
  return [
    ["home", "/"],
    ["sources", "/sources"],
    ["read", `/sources/${source}`, ["g", "]", "]"]],
    ["codebook", `/codebook/${code}`],
    ["cases", `/cases/${place}`],
    ["memos", `/memos/${memo}`],
    ["search", "/search?q=trust"],
    ["compare", "/compare?rows=codes%3Aall&columns=sites&row=Relationships+and+cultures+%3E+Trust&column=Harrowmere"],
    ["history", "/history", ["l", "ArrowDown"]],
  ];
}

async function picture(name, address, colorScheme, keys) {
  const page = await desk.context.newPage();
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.goto(new URL(address, desk.home).href);
  await page.waitForSelector("main h1");
  await page.waitForLoadState("networkidle");
  for (const key of keys) await page.keyboard.press(key);
  await page.waitForFunction(() => !document.querySelector("main .loading"));
  await page.waitForLoadState("networkidle");
  const file = join(into, `${name}.png`);
  await page.screenshot({ path: file, animations: "disabled", caret: "hide" });
  await page.close();
  // A palette makes them a third as large; without the program they are only larger.
  spawnSync("pngquant", ["--force", "--ext", ".png", "--skip-if-larger", file]);
  console.log(`${name}: ${Math.round(statSync(file).size / 1_000)} kB`);
}
