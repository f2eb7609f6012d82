// Components stay readable (250 lines) and the first load light (400 kB compressed).
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const COMPONENT_LINES = 250;
const MODULE_LINES = 400;
const FIRST_LOAD_KB = 400;

const ui = fileURLToPath(new URL("../", import.meta.url));
const site = join(ui, "../src/crosscase/server/site");
const problems = [];

for (const entry of readdirSync(join(ui, "src"), { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name);
  if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || entry.name === "api-types.ts") continue;
  const lines = readFileSync(path, "utf-8").split("\n").length - 1;
  const limit = entry.name.endsWith(".tsx") ? COMPONENT_LINES : MODULE_LINES;
  if (lines > limit) problems.push(`${relative(ui, path)}: ${lines} lines, the limit is ${limit}.`);
}

const page = readFileSync(join(site, "index.html"), "utf-8");
const first = new Set();
const queue = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1]);
while (queue.length > 0) {
  const name = queue.pop();
  if (first.has(name)) continue;
  first.add(name);
  if (!name.endsWith(".js")) continue;
  // What a script imports at once is loaded with it; what it imports later is not.
  const text = readFileSync(join(site, name), "utf-8");
  for (const match of text.matchAll(/(?:from|import)\s*"(\.\/[^"]+\.js)"/g))
    queue.push(join(dirname(name), match[1]));
}
let total = 0;
for (const name of first) {
  const size = gzipSync(readFileSync(join(site, name)), { level: 9 }).length;
  total += size;
  if (process.argv.includes("--list")) console.log(`${(size / 1000).toFixed(1)} kB  ${name}`);
}
console.log(`First load: ${(total / 1000).toFixed(0)} kB compressed of at most ${FIRST_LOAD_KB}.`);
if (total > FIRST_LOAD_KB * 1000) problems.push("The first load is too heavy.");

for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);
