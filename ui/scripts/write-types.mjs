// Writes src/services/api-types.ts from the routes' own description; --check only compares.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import openapiTS, { astToString } from "openapi-typescript";

const root = fileURLToPath(new URL("../../", import.meta.url));
const file = fileURLToPath(new URL("../src/services/api-types.ts", import.meta.url));
const ours = `${root}.venv/bin/python`;
const python = process.env.PYTHON ?? (existsSync(ours) ? ours : "python3");

const described = execFileSync(python, ["-m", "tools.write_openapi"], {
  cwd: root,
  encoding: "utf-8",
  maxBuffer: 64 * 1024 * 1024,
  env: { ...process.env, PYTHONUTF8: "1" },
});
const head = "// Made by `npm run types` from the routes; do not edit.\n\n";
const types = head + astToString(await openapiTS(JSON.parse(described)));

if (process.argv.includes("--check")) {
  if (readFileSync(file, "utf-8") !== types) {
    console.error("src/services/api-types.ts is stale: run `npm run types`.");
    process.exit(1);
  }
} else {
  writeFileSync(file, types);
}
