import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// A desk that is already open: `crosscase open --no-browser --port 8642 study.crosscase`.
const desk = `http://127.0.0.1:${process.env["CROSSCASE_PORT"] ?? "8642"}`;

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "../src/crosscase/server/site",
    emptyOutDir: true,
    assetsDir: "assets",
    assetsInlineLimit: 0, // the page's content policy lets nothing in from data: addresses
    target: "es2022",
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 3 },
            { name: "pdf", test: /node_modules[\\/]pdfjs-dist[\\/]/, priority: 3 },
            { name: "editor", test: /node_modules[\\/](@codemirror|@lezer|@marijn)[\\/]/, priority: 3 },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      "/api": { target: desk, changeOrigin: true, headers: { origin: desk } },
      "/open": { target: desk, changeOrigin: true },
    },
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/testing/setup.ts"],
    restoreMocks: true,
    isolate: false, // one page for all files of a worker: making one takes longer than its tests
    maxWorkers: 2,
  },
});
