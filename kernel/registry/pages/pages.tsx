import type { Page } from "../../../base/ui/page.ts";
import { signInText } from "./text.ts";

export const pages: readonly Page[] = [
  { path: "/sign-in", title: signInText.signIn, load: () => import("./sign-in.tsx"), navigation: null },
  { path: "/account", title: signInText.account, load: () => import("./account.tsx"), navigation: null },
];
