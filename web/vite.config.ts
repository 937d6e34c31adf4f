import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

// The page is served by `verbale serve` under a policy without inline script or style, so nothing
// is inlined: not small assets as data: addresses, not the polyfill for module preloads.
export default defineConfig({
  plugins: [svelte()],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  // For work on the page: `npm run dev` with a `verbale serve` beside it.
  server: { proxy: { "/api": "http://127.0.0.1:8420" } },
});
