import { execFileSync, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { test as base, expect } from "@playwright/test";
import type { Page } from "@playwright/test";

import { commands } from "./example-study.ts";

/** A desk that is open over a study, and the page that was let in. */
export interface Desk {
  readonly study: string;
  readonly port: number;
  /** Runs a command of crosscase on the study, such as `"codes add"`, as Ben would elsewhere. */
  command(...words: string[]): string;
  /** Ends the server at once, as a crash would. */
  kill(): Promise<void>;
  /** Opens it again at the same port; the address lets one browser in. */
  again(): Promise<string>;
}

interface Fixtures {
  /** The example study: three systems, 36 sources, three coders. */
  example: Desk;
  /** A study in which nothing is yet. */
  empty: Desk;
  /** Everything that the page said of errors; a journey that ends with some has failed. */
  complaints: string[];
}

/** What the browser itself notes of a desk that a journey ends on purpose, and of answers that the
 * page puts into words of its own. */
const TOLD_BY_THE_PAGE =
  /^Failed to load resource: (net::ERR_|.* status of (401|409) )/;

class OpenDesk implements Desk {
  private process: ChildProcess | undefined;
  port = 0;

  constructor(readonly study: string) {}

  async again(): Promise<string> {
    const words = ["open", this.study, "--no-browser", "--json", "--as", "Ama"];
    if (this.port !== 0) words.push("--port", String(this.port));
    // Settings of its own: nobody's name and list of studies reach a journey, nor does it theirs.
    const env = { ...process.env, CROSSCASE_CONFIG: join(dirname(this.study), "config.toml") };
    const desk = spawn(join(commands, "crosscase"), words, { env, stdio: ["ignore", "pipe", "inherit"] });
    this.process = desk;
    const address = await new Promise<string>((found, failed) => {
      let said = "";
      desk.stdout.on("data", (part: Buffer) => {
        said += part.toString();
        if (said.includes("\n")) found((JSON.parse(said) as { address: string }).address);
      });
      desk.on("exit", (status) => failed(new Error(`crosscase open ended with ${String(status)}`)));
    });
    this.port = Number(new URL(address).port);
    return address;
  }

  command(...words: string[]): string {
    const [verb = "", ...rest] = words;
    const all = [...verb.split(" "), this.study, ...rest, "--as", "Ben"];
    return execFileSync(join(commands, "crosscase"), all, {
      encoding: "utf-8",
    });
  }

  kill(): Promise<void> {
    return this.end("SIGKILL");
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    const desk = this.process;
    if (desk?.exitCode !== null || desk.signalCode !== null) return;
    const ended = new Promise<void>((done) => desk.once("exit", () => done()));
    desk.kill(signal);
    await ended;
  }
}

/** A desk over a study that is made for one journey. */
export async function withDesk(
  page: Page,
  make: (path: string) => void,
  use: (desk: Desk) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "crosscase-journey-"));
  const desk = new OpenDesk(join(folder, "study.crosscase"));
  try {
    make(desk.study);
    await page.goto(await desk.again());
    await use(desk);
    await page.goto("about:blank"); // a page that is left open rightly says that the desk is gone
    await desk.end("SIGINT");
    const faults = desk.command("verify");
    expect(faults, "the study is sound after the journey").toContain("sound");
  } finally {
    await desk.end("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
}

export const test = base.extend<Fixtures>({
  example: async ({ page, complaints: _ }, use) => {
    const kept = process.env["CROSSCASE_EXAMPLE"] ?? "";
    await withDesk(page, (path) => copyFileSync(kept, path), use);
  },
  empty: async ({ page, complaints: _ }, use) => {
    const make = (path: string) =>
      execFileSync(join(commands, "crosscase"), ["new", path, "--title", "A study", "--as", "Ama"]);
    await withDesk(page, make, use);
  },
  complaints: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && !TOLD_BY_THE_PAGE.test(message.text())) complaints.push(message.text());
    });
    await use(complaints);
    expect(complaints, "the page complained of nothing").toEqual([]);
  },
});

export { expect };
