import path from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { guard } from "./web/guard.ts";

const root = import.meta.dirname;

export default defineConfig({
  root: path.join(root, "web"),
  plugins: [guard(root), react()],
  build: {
    outDir: path.join(root, "web/dist"),
    emptyOutDir: true,
    target: "es2022",
    // Charts and map are large by nature and come only when asked for.
    chunkSizeWarningLimit: 1500,
  },
  worker: { format: "es" },
  server: { port: 7001, proxy: { "/api": "http://127.0.0.1:7000" } },
});
