import type { Page } from "@playwright/test";

import { expectAccessible } from "./axe.ts";
import { expect, test } from "./desk.ts";
import { goTo, viewsOf } from "./views.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test(`every view is accessible to all in ${colorScheme} colours`, async ({ page, example: _ }) => {
    await page.emulateMedia({ colorScheme });
    for (const { name, address } of await viewsOf(page)) {
      await test.step(name, async () => {
        await goTo(page, address);
        await expectAccessible(page);
      });
    }
  });
}

test("every view is accessible and whole on a page of 1024 pixels", async ({ page, example: _ }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  for (const { name, address } of await viewsOf(page)) {
    await test.step(name, async () => {
      await goTo(page, address);
      await expectAccessible(page);
      await expectNothingCutOff(page);
    });
  }
});

test("every view is whole when it is magnified to 200 %", async ({ page, example: _ }) => {
  // Twice as large on a screen of 1440 pixels leaves the page half of them.
  await page.setViewportSize({ width: 720, height: 450 });
  for (const { name, address } of await viewsOf(page)) {
    await test.step(name, async () => {
      await goTo(page, address);
      await expectNothingCutOff(page);
    });
  }
});

test("the palette, the keys and an empty study are accessible", async ({ page, empty: _ }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await goTo(page, "/");
    await expectAccessible(page);
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    for (const address of ["/sources", "/codebook", "/cases", "/memos", "/frames", "/fieldwork", "/search", "/compare", "/findings", "/history"]) {
      await goTo(page, address);
      await expectAccessible(page);
    }
  }
});

/** The page itself never scrolls sideways; a table inside it may. */
async function expectNothingCutOff(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wider, `${page.url()} is wider than its window`).toBeLessThanOrEqual(0);
}
