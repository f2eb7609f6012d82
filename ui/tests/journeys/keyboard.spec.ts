import type { Page } from "@playwright/test";

import { expect, test } from "./desk.ts";
import { goTo, viewsOf } from "./views.ts";

const MOST_STOPS = 80;

interface Stop {
  /** What has the focus, in words; null where it is on the page itself. */
  what: string | null;
  /** Which element it is, and which of its parts. */
  which: string;
  isSeen: boolean;
  hasName: boolean;
  part: "rail" | "main" | "panel" | "dialog" | "other";
}

/** What has the focus now, and whether somebody who looks can tell. */
function focused(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return { what: null, which: "", isSeen: true, hasName: true, part: "other" as const };
    const shown = at.getAttribute("aria-activedescendant");
    const told = (shown && document.getElementById(shown)) || at;
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.color = "var(--accent)";
    const accent = getComputedStyle(probe).color;
    probe.remove();
    const hasRing = (element: Element) =>
      [undefined, "::before", "::after"].some((pseudo) => {
        const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(element, pseudo);
        const isOutlined = outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
        return isOutlined || boxShadow !== "none" || borderColor.includes(accent);
      });
    // The ring may be drawn by what stands around: a field's frame, a grid that says its row.
    const around = [told, at, at.parentElement, at.closest("[data-focus-visible], :focus-within")];
    const box = at.getBoundingClientRect();
    // The caret in a text, and the part of a date that is typed, show where one is.
    const isCaret = at.classList.contains("cm-content") || at.matches("input[type=date]");
    const name = at.getAttribute("aria-label") ?? at.getAttribute("aria-labelledby") ?? at.getAttribute("title");
    const isLabelled = at instanceof HTMLInputElement || at instanceof HTMLSelectElement || at instanceof HTMLTextAreaElement;
    const words = (name ?? at.textContent).trim();
    return {
      what: `${at.tagName.toLowerCase()}.${at.className} “${words.slice(0, 50)}”`,
      which: `${[...document.querySelectorAll("*")].indexOf(at)} ${shown ?? ""}`,
      isSeen: isCaret || (box.width > 0 && box.height > 0 && around.some((each) => each !== null && hasRing(each))),
      hasName: words !== "" || (isLabelled && (at.labels?.length ?? 0) > 0),
      part: at.closest("[role=dialog], [role=alertdialog]")
        ? ("dialog" as const)
        : at.closest(".rail")
          ? ("rail" as const)
          : at.closest("aside")
            ? ("panel" as const)
            : at.closest("main")
              ? ("main" as const)
              : ("other" as const),
    };
  });
}

test("Tab walks through every view, its focus always seen and named, and is never caught", async ({ page, example: _ }) => {
  test.slow();
  for (const { name, address } of await viewsOf(page)) {
    await test.step(name, async () => {
      await goTo(page, address);
      await page.locator(".rail a").first().focus();
      const parts = new Set<string>();
      let last: string | null = null;
      let same = 0;
      let stops = 0;
      for (; stops < MOST_STOPS; stops += 1) {
        await page.keyboard.press("Tab");
        const { what, which, isSeen, hasName, part } = await focused(page);
        if (what === null) break; // out of the page and into the browser: all of it was passed
        expect.soft(isSeen, `${name}: the focus is seen on ${what}`).toBe(true);
        expect.soft(hasName, `${name}: ${what} has a name`).toBe(true);
        parts.add(part);
        same = which === last ? same + 1 : 0;
        // In a grid Tab goes from cell to cell; from its last one it leads on.
        if (same === 3) await page.keyboard.press("Control+End");
        expect(same, `${name}: Tab leads on from ${what}`).toBeLessThan(12);
        last = which;
      }
      expect.soft([...parts], `${name}: rail and work are reached`).toEqual(expect.arrayContaining(["rail", "main"]));
    });
  }
});

test("each view is gone to by its own key, and says where one is", async ({ page, example: _ }) => {
  await goTo(page, "/");
  const views = [
    ["s", "Sources"], ["b", "Codebook"], ["a", "Cases"], ["o", "Memos"], ["r", "Frames"],
    ["w", "Fieldwork"],
    ["f", "Search"], ["m", "Compare"], ["y", "History"], ["h", "Home"],
  ] as const;
  for (const [key, name] of views) {
    await page.keyboard.press(`Alt+${key}`);
    await expect(page.locator(".rail a[aria-current=page]")).toContainText(name);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("main .loading")).toHaveCount(0);
  }
});

test("a dialog takes the focus, keeps it, closes with Esc and gives it back", async ({ page, example: _ }) => {
  const openers = [
    { address: "/", key: "Control+k" },
    { address: "/", key: "?" },
    { address: "/sources", key: "i" },
    { address: "/codebook", key: "Control+k" },
    { address: "/cases", key: "Control+k" },
    { address: "/history", key: "?" },
  ];
  for (const { address, key } of openers) {
    await test.step(`${address} ${key}`, async () => {
      await goTo(page, address);
      const link = page.locator(".rail a[aria-current=page]");
      await link.focus();
      await page.keyboard.press(key);
      const dialog = page.getByRole("dialog");
      await expect(dialog).toBeVisible();
      for (let stop = 0; stop < 12; stop += 1) {
        await page.keyboard.press("Tab");
        expect((await focused(page)).part).toBe("dialog");
      }
      await page.keyboard.press("Escape");
      await expect(dialog).toBeHidden();
      await expect(link).toBeFocused();
    });
  }
});

test("the side panel is opened and shut by key on a narrow page", async ({ page, example: _ }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  for (const address of ["/sources", "/codebook", "/compare?rows=codes&columns=sites"]) {
    await goTo(page, address);
    await expect(page.locator(".inspector-body")).toHaveCount(0);
    await page.keyboard.press("Control+i");
    await expect(page.locator(".inspector-body")).toBeVisible();
    await page.keyboard.press("Control+i");
    await expect(page.locator(".inspector-body")).toHaveCount(0);
  }
});
