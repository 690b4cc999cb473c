import path from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { guard } from "./web/guard.ts";
import { sweep } from "./web/sweep.ts";

const root = import.meta.dirname;

export default defineConfig({
  root: path.join(root, "web"),
  plugins: [guard(root), react(), sweep()],
  build: {
    outDir: path.join(root, "web/dist"),
    // A server may be serving these pages: they are written over, and what is left behind is swept later.
    emptyOutDir: false,
    target: "es2022",
    // Charts and map are large by nature and come only when asked for.
    chunkSizeWarningLimit: 1500,
  },
  worker: { format: "es" },
  server: { port: 7001, proxy: { "/api": "http://127.0.0.1:7000" } },
});
