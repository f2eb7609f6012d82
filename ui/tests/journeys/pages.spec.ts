import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";

import type { Page } from "@playwright/test";

import { expectAccessible } from "./axe.ts";
import { expect, test as base, withDesk } from "./desk.ts";
import type { Desk } from "./desk.ts";
import { commands } from "./example-study.ts";
import { openSource, storedCodings, transcript } from "./reading.ts";
import { asked, goTo, sourceNamed } from "./views.ts";

/** A PDF with one page for each list of lines. */
function pdf(...pages: string[][]): Buffer {
  const kids = pages.map((_, at) => `${4 + 2 * at} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  pages.forEach((lines, at) => {
    const shown = `BT /F1 18 Tf 72 720 Td 26 TL ${lines.map((line) => `(${line}) Tj T*`).join(" ")} ET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + 2 * at} 0 R ` +
        "/Resources << /Font << /F1 3 0 R >> >> >>",
      `<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`,
    );
  });
  let out = "%PDF-1.4\n";
  const offsets = objects.map((content, at) => {
    const offset = out.length;
    out += `${at + 1} 0 obj\n${content}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const count = objects.length + 1;
  const end = `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${out.length}\n%%EOF\n`;
  return Buffer.from(`${out}xref\n0 ${count}\n0000000000 65535 f \n${table}${end}`, "latin1");
}

/** A picture of one colour. */
function png(width: number, height: number): Buffer {
  const part = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0);
    body.copy(framed, 4);
    framed.writeUInt32BE(checksum(body), body.length + 4);
    return framed;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 0x99)]);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [part("IHDR", head), part("IDAT", deflateSync(rows)), part("IEND", Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}

function checksum(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}

/** Silence of so many seconds. */
function wav(seconds: number): Buffer {
  const rate = 8000;
  const head = Buffer.alloc(44);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(36 + rate * seconds, 4);
  head.write("WAVEfmt ", 8, "latin1");
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36, "latin1");
  head.writeUInt32LE(rate * seconds, 40);
  return Buffer.concat([head, Buffer.alloc(rate * seconds, 0x80)]);
}

const FILES: Record<string, string | Buffer> = {
  "plan.pdf": pdf(
    ["The board promised one page.", "Every partner signed it in ink."],
    ["The second page is about money.", "Nobody had any."],
  ),
  "noticeboard.png": png(320, 240),
  "nurse.vtt":
    "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n<v Interviewer>What was the winter like?\n\n" +
    "00:00:04.000 --> 00:00:06.000\n<v Nurse>Long and short of beds.\n\n" +
    "00:00:06.000 --> 00:00:30.000\n<v Interviewer>And what happened then?\n",
};

const test = base.extend<{ material: Desk }>({
  material: async ({ page, complaints: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "crosscase-material-"));
    const paths = Object.entries(FILES).map(([name, data]) => {
      const path = join(folder, name);
      writeFileSync(path, data);
      return path;
    });
    const make = (study: string) => {
      const run = (...words: string[]) => execFileSync(join(commands, "crosscase"), [...words, "--as", "Ama"]);
      run("new", study, "--title", "Pages and sound");
      run("import", study, ...paths, "--originals", "keep", "--speakers", "take");
      run("codes", "add", study, "Promises");
    };
    try {
      await withDesk(page, make, use);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
});

const picker = (page: Page) => page.getByRole("combobox", { name: "Code" });

async function code(page: Page, letters: string): Promise<void> {
  await page.keyboard.press("c");
  await expect(picker(page)).toBeFocused();
  await page.keyboard.type(letters);
  await page.keyboard.press("Enter");
  await expect(picker(page)).toBeHidden();
}

test("a PDF shows its pages beside its text, and what is selected on a page is coded", async ({ page, material: _ }) => {
  await openSource(page, "plan.pdf");
  await page.keyboard.press("o");
  const sheet = page.getByRole("group", { name: "Page 1" });
  await expect(sheet).toBeVisible();
  const drawn = () =>
    sheet.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      return data.some((value, at) => at % 4 < 3 && value < 100 && (data[at - (at % 4) + 3] ?? 0) > 200);
    });
  await expect.poll(drawn, "ink stands on the page").toBe(true);

  // From the first word of the second line to its last: 746 points of 792 down the page.
  const box = await sheet.boundingBox();
  if (!box) throw new Error("The page has no place.");
  const down = box.y + (box.height * (792 - 720 + 26 - 6)) / 792;
  await page.mouse.move(box.x + (box.width * 76) / 612, down);
  await page.mouse.down();
  await page.mouse.move(box.x + (box.width * 330) / 612, down, { steps: 8 });
  await page.mouse.up();
  await expect(sheet.locator(".page-selected")).toHaveCount(1);
  await transcript(page).focus();
  await code(page, "prom");
  await expect(sheet.getByRole("button", { name: "Promises" })).toBeVisible();
  const { start_char: starts, end_char: ends, id } = await storedCodings(page);
  const { text } = await asked<{ text: string }>(page, `/api${new URL(page.url()).pathname}/text`);
  expect(id).toHaveLength(1);
  expect(text.slice(starts[0], ends[0])).toBe("Every partner signed it in ink.");

  await page.getByRole("button", { name: "Page after" }).click();
  await expect(page.getByRole("group", { name: "Page 2" })).toBeVisible();
  await expect(page.getByText("Page 2 of 2")).toBeVisible();
  await expectAccessible(page);
});

test("a rectangle is drawn on a picture, moved, sized and coded by the keyboard", async ({ page, material: _ }) => {
  await goTo(page, await sourceNamed(page, "noticeboard.png"));
  const sheet = page.getByRole("group", { name: "Picture noticeboard.png" });
  await expect(sheet).toBeVisible();
  await page.keyboard.press("d");
  await expect(sheet).toBeFocused();
  await expect(page.locator(".page-rectangle")).toBeVisible();
  for (const key of ["ArrowLeft", "ArrowLeft", "ArrowUp", "Shift+ArrowRight", "Shift+ArrowDown"])
    await page.keyboard.press(key);
  await code(page, "prom");
  await expect(sheet.getByRole("button", { name: /^Promises/ })).toBeVisible();
  const stored = async () => ((await storedCodings(page)) as unknown as { region: number[][] }).region[0] ?? [];
  await expect.poll(async () => (await stored())[0], "it is stored after it shows").toBe(0);
  const [, ...sides] = await stored();
  [0.26, 0.28, 0.32, 0.22].forEach((side, at) => expect(sides[at]).toBeCloseTo(side));
  await expectAccessible(page);
});

test("a timed transcript follows its recording", async ({ page, material: _ }) => {
  await openSource(page, "nurse.vtt");
  const [, , source] = new URL(page.url()).pathname.split("/");
  const file = { name: "nurse.wav", mimeType: "audio/wav", buffer: wav(30) };
  const sent = await page.request.put(new URL(`/api/sources/${source ?? ""}/media`, page.url()).href, {
    multipart: { file },
  });
  expect(sent.ok()).toBe(true);
  const recording = page.getByRole("region", { name: "Recording" });
  await expect(recording).toBeVisible();
  const heard = page.locator(".t-heard");

  await page.getByRole("button", { name: "Play from 00:00:04" }).click();
  await expect(recording.getByRole("button", { name: "Pause" })).toBeVisible();
  await expect(heard).toContainText("Long and short of beds.");
  await expect(heard).toContainText("And what happened then?"); // by itself, two seconds on
  await page.keyboard.press("k");
  await expect(recording.getByRole("button", { name: "Play" })).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(heard).toContainText("What was the winter like?");
  await expectAccessible(page);
});
