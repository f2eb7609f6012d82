import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";

import { asked, goTo, sourceNamed } from "./views.ts";

interface Codings {
  id: string[];
  code: number[];
  codes: string[];
  start_char: number[];
  end_char: number[];
}

/** The text of the source that is open. */
export const transcript = (page: Page) => page.getByRole("textbox", { name: /^Transcript of/ });

/** Opens a source, its text ready for keys. */
export async function openSource(page: Page, name: string): Promise<void> {
  await goTo(page, await sourceNamed(page, name));
  await expect(transcript(page)).toBeVisible();
}

/** The codings of the open source, as they are stored. */
export function storedCodings(page: Page): Promise<Codings> {
  return asked<Codings>(page, `/api${new URL(page.url()).pathname}/codings`);
}

/** Selects the next turn without a coding and codes it, all by keys. */
export async function codeNextTurn(page: Page, letters: string): Promise<void> {
  await page.keyboard.press("g");
  await page.keyboard.press("n");
  await page.keyboard.press("c");
  await expect(page.getByRole("combobox", { name: "Code" })).toBeFocused();
  await page.keyboard.type(letters);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Code" })).toBeHidden();
}
