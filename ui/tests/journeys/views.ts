import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";

export interface View {
  name: string;
  address: string;
}

interface Listed {
  items: { id: string; name: string; codings: number }[];
}

/** What the desk of this page answers to a question. */
export async function asked<T>(page: Page, path: string): Promise<T> {
  const answered = await page.request.get(new URL(path, page.url()).href);
  expect(answered.ok(), `${path} is answered`).toBe(true);
  return (await answered.json()) as T;
}

/** Every view of the example study, with something open in each. */
export async function viewsOf(page: Page): Promise<View[]> {
  const { items: sources } = await asked<Listed>(page, "/api/sources");
  const source = sources.find(({ codings }) => codings > 0)?.id ?? "";
  type Codes = { codes: { id: string; counts: { passages: number } }[] };
  const { codes } = await asked<Codes>(page, "/api/codes");
  const code = codes.find(({ counts }) => counts.passages > 0)?.id ?? "";
  const { items: memos } = await asked<Listed>(page, "/api/memos");
  const { findings } = await asked<{ findings: { id: string }[] }>(page, "/api/findings");
  const { items: done } = await asked<{ items: { operation: string }[] }>(page, "/api/history");
  return [
    { name: "Home", address: "/" },
    { name: "Sources", address: "/sources" },
    { name: "Read and code", address: `/sources/${source}?at=400-600` },
    { name: "Codebook", address: "/codebook" },
    { name: "A code", address: `/codebook/${code}` },
    { name: "Cases", address: "/cases" },
    { name: "Memos", address: "/memos" },
    { name: "A memo", address: `/memos/${memos[0]?.id ?? ""}` },
    { name: "Frames", address: "/frames" },
    { name: "Fieldwork", address: "/fieldwork" },
    { name: "Recruitment", address: "/fieldwork?tab=recruitment" },
    { name: "Referrals", address: "/fieldwork?tab=referrals" },
    { name: "What is to do", address: "/fieldwork?tab=todo" },
    { name: "Search", address: "/search" },
    { name: "Search, answered", address: "/search?q=money" },
    { name: "Compare", address: "/compare?rows=codes&columns=sites" },
    { name: "Groups", address: "/compare/groups?by=sector" },
    { name: "Co-occurrence", address: "/compare/cooccurrence?unit=turn&by=sites" },
    { name: "Saturation", address: "/compare/saturation?by=sites" },
    { name: "Waves", address: "/compare/waves" },
    { name: "Findings", address: `/findings/${findings[0]?.id ?? ""}` },
    { name: "Reports", address: "/findings?part=reports&report=coreq" },
    { name: "History", address: "/history" },
    { name: "A thing done", address: `/history/${done[0]?.operation ?? ""}` },
  ];
}

/** Goes to a view and waits until it shows what it has to show. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(new URL(address, page.url()).href);
  await settled(page);
}

/** The view stands there: its title, nothing that still loads, no error. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(page.locator("main .loading")).toHaveCount(0);
  await expect(page.locator("main .error-note")).toHaveCount(0);
}

/** The address of a source of the example study. */
export async function sourceNamed(page: Page, name: string): Promise<string> {
  const { items } = await asked<Listed>(page, "/api/sources?most=1000");
  const found = items.find((source) => source.name === name);
  expect(found, `a source named ${name}`).toBeDefined();
  return `/sources/${found?.id ?? ""}`;
}
