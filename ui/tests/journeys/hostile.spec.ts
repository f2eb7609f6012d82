import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "./desk.ts";
import { openSource, transcript } from "./reading.ts";
import { asked, goTo } from "./views.ts";

const SCRIPT = `<script>window.ran = 1; alert(1)</script><img src=x onerror="window.ran = 2"><svg onload="window.ran = 3"></svg>`;
const LINK = `[here](javascript:window.ran=4) <a href="javascript:window.ran=5">there</a> <style>*{display:none}</style>`;
const TURNED = "the pay was \u202Egninrom\u202C then \u2066and\u2069 \u001b[31m after";

test("a hostile transcript is text, and nothing in it is ever run", async ({ page, empty }) => {
  const folder = mkdtempSync(join(tmpdir(), "crosscase-hostile-"));
  const name = "<img src=x onerror=window.ran=6> notes.txt";
  const long = "all on one line without an end ".repeat(34_000);
  writeFileSync(join(folder, name), `Interviewer: ${SCRIPT}\nP1: ${LINK}\nInterviewer: ${TURNED}\nP1: ${long}\n`);
  writeFileSync(join(folder, "page.html"), `<html><body><p>Before</p>${SCRIPT}<p>After ${LINK}</p></body></html>`);
  let dialogs = 0;
  page.on("dialog", (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  try {
    empty.command("import", join(folder, name), join(folder, "page.html"));
    empty.command("codes add", "<img src=x onerror=window.ran=7 ");
    empty.command("memos write", SCRIPT, "--text", LINK);
    await goTo(page, "/sources");
    await expect(page.getByText(name).first()).toBeVisible();

    await openSource(page, name);
    await expect(transcript(page)).toContainText("window.ran = 1; alert(1)");
    await expect(transcript(page)).toContainText("javascript:window.ran=4");
    // The end of the long line is reached, and the words can be found in it.
    await page.keyboard.press("g");
    await page.keyboard.press("Control+End");
    await expect(transcript(page)).toContainText("without an end");
    await page.keyboard.press("Control+Home");
    await page.keyboard.press(".");
    await page.keyboard.press("c");
    await page.keyboard.type("window.ran");
    await page.keyboard.press("Enter");
    await expect(page.locator(".t-mark").first()).toBeVisible();

    for (const address of ["/", "/codebook", "/memos", "/search?q=window", "/compare", "/history", "/cases"]) await goTo(page, address);
    await openSource(page, "page.html");
    await expect(transcript(page)).toContainText("After");

    const { items } = await asked<{ items: { id: string }[] }>(page, "/api/sources");
    for (const { id } of items) {
      // The original is handed over as data: opened by itself, it may do nothing.
      const answer = await page.request.get(new URL(`/api/sources/${id}/original`, page.url()).href);
      if (answer.ok()) expect(answer.headers()["content-security-policy"]).toContain("sandbox");
    }
    expect(await page.evaluate(() => "ran" in window)).toBe(false);
    expect(dialogs).toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
