// How long a person waits at the desk, in a real browser, on studies of the size that people have:
//   npm run benchmark [-- --small] [-- --strict] [-- --json]
// --small repeats less often; --strict fails where a target is missed.
import { execFileSync } from "node:child_process";

import { clicked, coding, firstLoad, reachingAll, scrolling, views } from "./measures.mjs";
import { command, openBrowser, openDesk, root } from "./open-desk.mjs";

const has = (flag) => process.argv.includes(flag);
const times = has("--small") ? { views: 3, coding: 10, opening: 3, seconds: 2, telling: 5 }
  : { views: 12, coding: 60, opening: 10, seconds: 5, telling: 20 };

const made = execFileSync(command("python"), ["-m", "benchmarks.desk_studies"], {
  cwd: root,
  encoding: "utf-8",
  stdio: ["ignore", "pipe", "inherit"],
});
const studies = JSON.parse(made.trim().split("\n").at(-1));
const lines = [];
const browser = await openBrowser();
try {
  await onMany();
  await onLong();
} finally {
  await browser.close();
}
if (has("--json")) console.log(JSON.stringify({ ...studies, lines }, null, 2));
else print();
if (has("--strict") && lines.some(({ met }) => met === false)) process.exitCode = 1;

/** 100 sources, 20,000 codings. */
async function onMany() {
  const desk = await openDesk(browser, studies.many);
  try {
    tell("first load");
    add("first load, compressed", "kB", [(await firstLoad(browser, desk)) / 1_000], 400);
    tell("views");
    const { first, again } = await views(desk, times.views);
    for (const [name, found] of first) add(`${name}: interactive after the click, first`, "ms", found, 300);
    add("any view, gone to again", "ms", [...again.values()].flat(), 300);
    tell("coding");
    const codings = await coding(desk, await sourceOf(desk), times.coding);
    add("a coding shows", "ms", codings.shown, 50);
    add("a coding is durable", "ms", codings.stored, 150);
    tell("many pages");
    add("50 pages: an operation reaches all", "ms", await reachingAll(desk, 50, times.telling), 1_000);
  } finally {
    await desk.close();
  }
}

/** One transcript of 5 MB with 20,000 codings. */
async function onLong() {
  const desk = await openDesk(browser, studies.long);
  try {
    tell("the long transcript");
    const opened = [];
    const frames = [];
    for (let turn = 0; turn < times.opening; turn += 1) {
      const page = await desk.context.newPage();
      await page.goto(new URL("/sources", desk.home).href);
      await page.waitForSelector("main .sources-name");
      opened.push(await clicked(page, { click: "main .sources-name", ready: "main .cm-line .t-mark" }));
      if (turn < 2) frames.push(...(await scrolling(page, times.seconds)));
      await page.close();
    }
    add("5 MB, 20,000 codings: opens", "ms", opened, 1_000);
    add("the same: a frame while it scrolls", "ms", frames, 17.5);
    const codings = await coding(desk, await sourceOf(desk), times.coding / 2);
    add("the same: a coding shows", "ms", codings.shown, 50);
    add("the same: a coding is durable", "ms", codings.stored, 150);
  } finally {
    await desk.close();
  }
}

async function sourceOf(desk) {
  const answer = await desk.context.request.get(new URL("/api/sources", desk.home).href);
  return `/sources/${(await answer.json()).items[0].id}`;
}

function add(what, unit, found, target) {
  const ordered = [...found].sort((a, b) => a - b);
  const at = (share) => ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))];
  lines.push({ what, unit, middle: at(0.5), p95: at(0.95), count: ordered.length, target, met: at(0.95) <= target });
}

function print() {
  const figure = (value, unit) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`;
  console.log(`${studies.machine}\nBefore: ${studies.load}\n`);
  console.log("| what | middle | 95th percentile | target | |\n|---|--:|--:|--:|---|");
  for (const { what, unit, middle, p95, target, met } of lines)
    console.log(`| ${what} | ${figure(middle, unit)} | ${figure(p95, unit)} | ${target} ${unit} | ${met ? "met" : "missed"} |`);
}

function tell(what) {
  console.error(`measuring: ${what}`);
}
