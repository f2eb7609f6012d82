// How long a long transcript takes to open, and how smoothly it scrolls, in a real browser.
// Run in ui/: node benchmarks/transcript.mjs [--json]. It fails beyond the limits below.
import { chromium } from "playwright-core";
import { createServer } from "vite";

const OPEN_LIMIT_MS = 1000;
const FRAME_LIMIT_MS = 17.5; // 60 frames/s, with the clock's own unevenness
const CASES = [
  { name: "5 MB, 20,000 codings", query: "length=5000000&codings=20000" },
  { name: "5 MB, 100,000 codings", query: "length=5000000&codings=100000" },
  { name: "1 MB in one line, 4,000 codings", query: "length=1000000&codings=4000&line=one" },
];

const server = await createServer({ server: { port: 0 }, logLevel: "error" });
await server.listen();
const address = server.resolvedUrls.local[0];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
});
const results = [];
try {
  // The first visit only lets Vite make the modules ready.
  await measured(CASES[0]);
  for (const each of CASES) results.push(await measured(each));
} finally {
  await browser.close();
  await server.close();
}

if (process.argv.includes("--json")) console.log(JSON.stringify(results, null, 2));
else {
  for (const each of results) {
    console.log(
      `${each.name}: opens in ${each.openMs} ms, frames ${each.frameMs95} ms at the 95th percentile` +
        ` (${each.frameMs50} at the middle), ${each.late} of ${each.frames} late`,
    );
  }
}
const main = results[0];
if (main.openMs > OPEN_LIMIT_MS || main.frameMs95 > FRAME_LIMIT_MS) process.exitCode = 1;

async function measured({ name, query }) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${address}benchmarks/transcript.html?${query}`);
  await page.waitForFunction(() => performance.getEntriesByName("opened").length > 0);
  const openMs = await page.evaluate(() => performance.getEntriesByName("opened")[0].duration);
  await page.waitForTimeout(500);
  const frames = await page.evaluate(scrolled);
  await page.close();
  frames.sort((a, b) => a - b);
  const at = (share) => Math.round(frames[Math.floor(frames.length * share)] * 10) / 10;
  const late = frames.filter((frame) => frame > 25).length;
  return {
    name,
    openMs: Math.round(openMs),
    frameMs50: at(0.5),
    frameMs95: at(0.95),
    late,
    frames: frames.length,
  };
}

/** Scrolls for four seconds as a wheel does, and says how long each frame took. */
function scrolled() {
  return new Promise((resolve) => {
    const scroller = document.querySelector(".cm-scroller");
    const frames = [];
    let last = performance.now();
    const began = last;
    requestAnimationFrame(function frame(now) {
      frames.push(now - last);
      last = now;
      scroller.scrollTop += 60;
      if (now - began < 4000) requestAnimationFrame(frame);
      else resolve(frames.slice(2));
    });
  });
}
