import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const OUTPUT = fileURLToPath(new URL("../custom_components/earshot/frontend", import.meta.url));

export default defineConfig({
  // Home Assistant serves the bundle from wherever it was loaded, so chunks find each other relatively.
  base: "./",
  build: {
    outDir: OUTPUT,
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    // Home Assistant's side finds the two entries by it. Every file bears its hash, so each may be cached for good.
    manifest: "manifest.json",
    rollupOptions: {
      input: { panel: "src/app/panel.ts", cards: "src/cards/cards.ts" },
      preserveEntrySignatures: false,
      output: {
        entryFileNames: "[name]-[hash].js",
        chunkFileNames: "[name]-[hash].js",
        assetFileNames: "[name]-[hash][extname]",
      },
    },
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
  },
});
