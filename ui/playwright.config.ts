import { defineConfig } from "@playwright/test";

/** Whole journeys in a real browser over a real desk; `make test-ui` runs them. */
export default defineConfig({
  testDir: "tests/journeys",
  outputDir: "test-results",
  globalSetup: "./tests/journeys/example-study.ts",
  fullyParallel: false,
  workers: 1, // a desk, a browser and a database share two small processors
  forbidOnly: Boolean(process.env["CI"]),
  // A journey that only passes when it is walked again is listed as flaky.
  retries: Number(process.env["RETRIES"] ?? 0),
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/London",
    trace: "off", // traces would hold the words of a study
    launchOptions: {
      executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
