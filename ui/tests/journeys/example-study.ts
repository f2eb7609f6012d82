import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../../..");

/** Where the locked environment keeps its commands. */
export const commands = process.env["CROSSCASE_BIN"] ?? join(root, ".venv", "bin");

/** Builds the example study once; each journey works on a copy of its own. */
export default function buildExampleStudy(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "crosscase-journeys-"));
  const script = join(root, "examples", "ics", "build.py");
  execFileSync(join(commands, "python"), [script, "--folder", folder], { stdio: "ignore" });
  process.env["CROSSCASE_EXAMPLE"] = join(folder, "ics.crosscase");
  return () => rmSync(folder, { recursive: true, force: true });
}
