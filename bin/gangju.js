#!/usr/bin/env node
import path from "node:path";
import { ensureInstalled, runPinned } from "./pinned.js";

ensureInstalled();
runPinned([path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "..", "cli", "main.ts"), ...process.argv.slice(2)]);
