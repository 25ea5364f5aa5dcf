// The report: one script and one style sheet that Python writes into a page of its own.
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig, type Plugin } from "vite";

/** Between the tags of a page some letters end a script, or begin what ends it otherwise: within strings they may be written so. */
const forPage: Plugin = {
  name: "for-page",
  generateBundle(_, files) {
    for (const file of Object.values(files)) {
      if (file.type === "chunk") file.code = file.code.replace(/<(?=!--|\/?script)/gi, "\\x3C");
    }
  },
};

export default defineConfig({
  plugins: [svelte(), forPage],
  publicDir: false,
  build: {
    outDir: "../src/reportedly/present/built",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    license: { fileName: "licences.md" },
    lib: { entry: "src/report/main.ts", formats: ["iife"], name: "reportedly", fileName: () => "report.js", cssFileName: "report" },
  },
});
