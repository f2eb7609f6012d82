// What a person waits for, measured inside the page or on the wire. All times in milliseconds.
import { request } from "node:http";

/** Where each view leads, and what stands there once it can be worked with. */
const VIEWS = [
  { name: "Sources", click: '.rail a[href="/sources"]', ready: "main .sources-name" },
  { name: "Read and code", click: "main .sources-name", ready: "main .cm-line .t-mark" },
  { name: "Codebook", click: '.rail a[href="/codebook"]', ready: "main [role=row], main [role=treeitem]" },
  { name: "Cases", click: '.rail a[href="/cases"]', ready: "main [role=gridcell]" },
  { name: "Memos", click: '.rail a[href="/memos"]', ready: "main h1" },
  { name: "Search", click: '.rail a[href="/search"]', ready: "main h1" },
  { name: "Compare", click: '.rail a[href="/compare"]', ready: "main td[role=gridcell]" },
  { name: "History", click: '.rail a[href="/history"]', ready: "main h1" },
  { name: "Home", click: '.rail a[href="/"]', ready: "main h1" },
];

/** Each view after its click: in a page that was just opened, and once more in the same page. */
export async function views(desk, times) {
  const first = new Map(VIEWS.map(({ name }) => [name, []]));
  const again = new Map(VIEWS.map(({ name }) => [name, []]));
  for (let turn = 0; turn < times; turn += 1) {
    const page = await desk.context.newPage();
    await page.goto(desk.home);
    await page.waitForSelector("main h1");
    await page.waitForLoadState("networkidle"); // the other views are made ready meanwhile
    for (const found of [first, again])
      for (const view of VIEWS) found.get(view.name).push(await clicked(page, view));
    await page.close();
  }
  return { first, again };
}

/** From the click to the frame after which the view stands there and the page is free again. */
export function clicked(page, { click, ready }) {
  return page.evaluate(
    ([from, to]) =>
      new Promise((done, failed) => {
        const link = document.querySelector(from);
        if (!link) throw new Error(`nothing to click: ${from}`);
        const before = document.querySelector("main h1")?.textContent;
        const began = performance.now();
        link.click();
        const look = () => {
          if (performance.now() - began > 30_000) failed(new Error(`${to} did not come`));
          const title = document.querySelector("main h1")?.textContent;
          const stands = title && title !== before && document.querySelector(to);
          if (stands && !document.querySelector("main .loading"))
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
          else requestAnimationFrame(look);
        };
        look();
      }),
    [click, ready],
  );
}

/** Codes turn after turn by key: when the mark is painted, and when the desk has answered. */
export async function coding(desk, address, times) {
  const page = await desk.context.newPage();
  await page.goto(new URL(address, desk.home).href);
  await page.waitForSelector("main .cm-line .t-mark");
  await page.keyboard.press("g");
  await page.evaluate(() => {
    const found = { shown: [], stored: [] };
    let began = 0;
    window.addEventListener("keydown", (event) => (began = event.key === "1" ? event.timeStamp : 0), true);
    new MutationObserver(() => {
      if (began === 0 || !document.querySelector(".t-waiting")) return;
      const since = began;
      began = 0;
      requestAnimationFrame(() => setTimeout(() => found.shown.push(performance.now() - since)));
      const seen = new PerformanceObserver((list) => {
        const sent = list.getEntries().find((each) => each.name.endsWith("/api/codings"));
        if (!sent) return;
        seen.disconnect();
        found.stored.push(sent.responseEnd - since);
      });
      seen.observe({ type: "resource" });
    }).observe(document.querySelector(".transcript"), { subtree: true, childList: true, attributes: true });
    window.measured = found;
  });
  // The first is coded by name; after that its code is on the key 1.
  await page.keyboard.press(".");
  await page.keyboard.press("c");
  await page.keyboard.type("code 001");
  await page.keyboard.press("Enter");
  for (let turn = 0; turn < times; turn += 1) {
    await page.waitForFunction(() => !document.querySelector(".t-waiting"));
    await page.keyboard.press("g");
    await page.keyboard.press("Alt+ArrowDown");
    await page.keyboard.press("Alt+Shift+ArrowDown");
    await page.keyboard.press("1");
    await page.waitForFunction((count) => window.measured.stored.length > count, turn);
  }
  const found = await page.evaluate(() => window.measured);
  await page.close();
  return found;
}

/** Scrolls for some seconds as a wheel does; how long each frame took. */
export function scrolling(page, seconds) {
  return page.evaluate(
    (lasts) =>
      new Promise((done) => {
        const scroller = document.querySelector(".cm-scroller");
        const frames = [];
        const began = performance.now();
        let last = began;
        requestAnimationFrame(function frame(now) {
          frames.push(now - last);
          last = now;
          scroller.scrollTop += 60;
          if (now - began < lasts) requestAnimationFrame(frame);
          else done(frames.slice(2));
        });
      }),
    seconds * 1_000,
  );
}

/** What the first look at the desk loads, in compressed bytes; data is not counted. */
export async function firstLoad(browser, desk) {
  const context = await browser.newContext({ storageState: await desk.context.storageState() });
  const page = await context.newPage();
  await page.goto(desk.home);
  await page.waitForSelector("main h1");
  const bytes = await page.evaluate(() =>
    [...performance.getEntriesByType("resource"), ...performance.getEntriesByType("navigation")]
      .filter(({ name }) => !new URL(name).pathname.startsWith("/api/"))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );
  await context.close();
  return bytes;
}

/** Many pages on one study: from sending an operation until the last of them has heard of it. */
export async function reachingAll(desk, pages, times) {
  const listeners = Array.from({ length: pages }, () => listening(desk));
  await Promise.all(listeners.map(({ begun }) => begun));
  const found = [];
  for (let turn = 0; turn < times; turn += 1) {
    const began = performance.now();
    const { operation } = await post(desk, "/api/codes", { name: `Told to all ${turn} ${Date.now()}` });
    await Promise.all(listeners.map(({ heard }) => heard(operation)));
    found.push(performance.now() - began);
  }
  for (const { end } of listeners) end();
  return found;
}

/** One stream of events, as a page holds it. */
function listening({ port, cookie }) {
  let text = "";
  let waiting = () => undefined;
  let asks;
  const begun = new Promise((started, failed) => {
    const headers = { cookie, host: `127.0.0.1:${port}` };
    asks = request({ host: "127.0.0.1", port, path: "/api/events", headers, agent: false }, (answer) => {
      answer.setEncoding("utf-8");
      answer.on("data", (part) => {
        text = (text + part).slice(-20_000);
        if (text.includes("event: state")) started();
        waiting();
      });
      answer.on("error", () => undefined);
    });
    asks.on("error", failed);
    asks.end();
  });
  const heard = (operation) =>
    new Promise((done) => {
      waiting = () => {
        if (text.includes(operation)) done();
      };
      waiting();
    });
  return { begun, heard, end: () => asks.destroy() };
}

function post({ port, cookie }, path, body) {
  return new Promise((done, failed) => {
    const headers = {
      cookie,
      host: `127.0.0.1:${port}`,
      "content-type": "application/json",
      intent: crypto.randomUUID(),
    };
    const asks = request({ host: "127.0.0.1", port, path, method: "POST", headers }, (answer) => {
      let text = "";
      answer.on("data", (part) => (text += part));
      answer.on("end", () => done(JSON.parse(text)));
    });
    asks.on("error", failed);
    asks.end(JSON.stringify(body));
  });
}
