import { createRootRoute, createRoute, createRouter, lazyRouteComponent, type AnyRouter } from "@tanstack/react-router";
import { parseSearch, stringifySearch } from "../base/ui/words.ts";
import { Broken, Loading } from "../base/ui/states.tsx";
import { pages } from "./pages.ts";
import { NotFound, Shell } from "./shell.tsx";

export function makeRouter(): AnyRouter {
  const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
  const routes = pages.map((page) =>
    createRoute({
      getParentRoute: () => root,
      path: page.path,
      component: lazyRouteComponent(page.load),
      staticData: { title: page.title },
      // One page may own several paths (/plan, /plan/c/…): it stays mounted while the reader moves between them.
    }),
  );
  return createRouter({
    routeTree: root.addChildren(routes),
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: "intent",
    defaultPendingMs: 300,
    defaultPendingComponent: Loading,
    defaultErrorComponent: ({ reset }) => <Broken again={reset} />,
  });
}
