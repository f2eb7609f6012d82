import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { expect, it } from "vitest";

/** The style sheets below a folder, each with its path from there. */
const sheetsOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf-8" })
    .filter((path) => path.endsWith(".css"))
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf-8") }));

/** The classes that begin a rule of a sheet. */
const begun = (text: string) =>
  [...text.matchAll(/^[ \t]*\.([a-z][\w-]*)/gm)].flatMap(([, name]) => (name ? [name] : []));

// A view's styles stay on the page when another is gone to: two that give one class looks of their
// own spoil each other, and only for those who came by that way.
it("no two views style the same class", () => {
  const shell = readFileSync(join(import.meta.dirname, "../shell.css"), "utf-8");
  const components = sheetsOf(join(import.meta.dirname, "../components"));
  const common = new Set([shell, ...components.map(({ text }) => text)].flatMap(begun));
  const views = new Map<string, Set<string>>();
  for (const { path, text } of sheetsOf(import.meta.dirname)) {
    const view = path.split(/[\\/]/)[0] ?? "";
    for (const name of begun(text)) views.set(name, (views.get(name) ?? new Set()).add(view));
  }
  expect(views.size, "the sheets were read").toBeGreaterThan(100);
  const twice = [...views].filter(([name, of]) => of.size > 1 && !common.has(name));
  expect(twice.map(([name, of]) => `.${name} in ${[...of].join(" and ")}`)).toEqual([]);
});
