import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import type { AxeResults } from "axe-core";
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf-8");

/** Axe finds nothing serious or critical on the page, or in one part of it.
 *
 * It comes in by the debugger, so that the page's content policy stays as strict as it is. */
export async function expectAccessible(page: Page, part?: string): Promise<void> {
  if (!(await page.evaluate(() => "axe" in window))) {
    const debugging = await page.context().newCDPSession(page);
    await debugging.send("Runtime.evaluate", { expression: source });
    await debugging.detach();
  }
  await stillness(page);
  const found = await page.evaluate(async (within) => {
    const { axe } = window as unknown as { axe: { run: (...rest: unknown[]) => Promise<AxeResults> } };
    const { violations } = await axe.run(within ?? document, { resultTypes: ["violations"] });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, help, nodes }) =>
        nodes.map(({ html, any }) => `${id}: ${help}\n  ${html.slice(0, 240)}\n  ${any[0]?.message ?? ""}`),
      );
  }, part);
  expect.soft(found, `nothing serious at ${page.url()}`).toEqual([]);
}

/** Waits until nothing fades or slides any more: half-way colours have no fair contrast. */
export async function stillness(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== "running" || effect?.getTiming().iterations === Infinity),
  );
}
