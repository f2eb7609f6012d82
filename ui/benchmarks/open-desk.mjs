// A desk over a copy of a study, and a browser that was let in.
import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const kept = join(root, ".venv", "bin");
const bin = process.env.CROSSCASE_BIN ?? (existsSync(kept) ? kept : dirname(process.env.PYTHON ?? ""));
export const command = (name) => (bin ? join(bin, name) : name);

export function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ],
  });
}

/** Opens a desk over a copy of the study, with a context of the browser that may come in. */
export async function openDesk(browser, study, person = "Coder 1") {
  const folder = mkdtempSync(join(tmpdir(), "crosscase-desk-"));
  const copy = join(folder, "study.crosscase");
  copyFileSync(study, copy);
  const desk = spawn(command("crosscase"), ["open", copy, "--no-browser", "--json", "--as", person], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = await new Promise((found, failed) => {
    let said = "";
    desk.stdout.on("data", (part) => {
      said += part;
      if (said.includes("\n")) found(JSON.parse(said).address);
    });
    desk.on("exit", (status) => failed(new Error(`crosscase open ended with ${status}`)));
  });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(address);
  await page.close();
  const cookies = await context.cookies();
  return {
    home: new URL("/", address).href,
    port: Number(new URL(address).port),
    cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
    context,
    async close() {
      await context.close();
      const ended = new Promise((done) => desk.once("exit", done));
      desk.kill("SIGINT");
      await Promise.race([ended, new Promise((done) => setTimeout(done, 7_000))]);
      desk.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
