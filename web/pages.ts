import type { Page } from "../base/ui/page.ts";

/** Every noun's and pack's declared pages; the shell owns none. */
const found = import.meta.glob<{ readonly pages: readonly Page[] }>(["../kernel/*/pages/pages.tsx", "../packs/*/pages/pages.tsx"], { eager: true });

export const pages: readonly Page[] = Object.values(found).flatMap((each) => each.pages);

export const navigation: readonly Page[] = pages
  .filter((page) => page.navigation !== null)
  .sort((a, b) => (a.navigation?.order ?? 0) - (b.navigation?.order ?? 0));
