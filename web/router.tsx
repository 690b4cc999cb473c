import { createRootRoute, createRoute, createRouter, lazyRouteComponent, type AnyRouter } from "@tanstack/react-router";
import type { QueryClient } from "@tanstack/react-query";
import { askAhead } from "../base/client/use.ts";
import { keptLang } from "../base/ui/reader.ts";
import { parseSearch, stringifySearch, type Search } from "../base/ui/words.ts";
import { Broken, Loading } from "../base/ui/states.tsx";
import { pages } from "./pages.ts";
import { NotFound, Shell } from "./shell.tsx";

export function makeRouter(queries: QueryClient): AnyRouter {
  const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
  const routes = pages.map((page) =>
    createRoute({
      getParentRoute: () => root,
      path: page.path,
      component: lazyRouteComponent(page.load),
      staticData: { title: page.title },
      loaderDeps: ({ search }) => search as Search,
      loader: ({ deps }) => askAhead(queries, keptLang(), page.asks?.(deps) ?? []),
    }),
  );
  return createRouter({
    routeTree: root.addChildren(routes),
    parseSearch,
    stringifySearch,
    scrollRestoration: ({ location }) => !pages.some((page) => page.ownScroll !== undefined && location.pathname.startsWith(page.ownScroll)),
    defaultPendingMs: 300,
    defaultPendingComponent: Loading,
    defaultErrorComponent: ({ reset }) => <Broken again={reset} />,
  });
}
