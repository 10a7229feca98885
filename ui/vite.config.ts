import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// WebKitGTK 2.44 and later, so syntax of Safari 17.5 goes out as written.
const TARGET = "safari17.5";

export default defineConfig({
  plugins: [
    react(),
    // React Aria brings its words in 34 languages; its English serves the page.
    { ...optimizeLocales.vite({ locales: ["en-US"] }), enforce: "pre" },
  ],
  // Relative, since the page is served from Tauri's own scheme.
  base: "./",
  clearScreen: false,
  server: { port: 5173, strictPort: true },
  build: {
    target: TARGET,
    cssTarget: TARGET,
    // The content policy allows fonts and scripts from files only, never inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/ipc/testing/setup.ts"],
    css: { modules: { classNameStrategy: "non-scoped" } },
    restoreMocks: true,
    // A busy machine types slowly.
    testTimeout: 30_000,
  },
});
