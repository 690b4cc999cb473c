import { useRouter } from "@tanstack/react-router";
import type { CSSProperties, MouseEvent, ReactNode } from "react";
import { stringifySearch, type Search } from "./words.ts";

export interface GoToProps {
  readonly to: string;
  readonly search?: Search;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly style?: CSSProperties;
  readonly id?: string | undefined;
  readonly title?: string;
  /** The page stays where it is scrolled to (choosing inside one page). */
  readonly stay?: boolean;
  readonly "aria-label"?: string;
  readonly "aria-current"?: "true" | "page" | "location" | undefined;
  readonly "data-standing"?: string;
  readonly onClick?: () => void;
}

/**
 * A link inside the application: a plain anchor, so that a page of a thousand marks stays light
 * (the router's own link watches the address, each by itself). Paths are plain strings: pages do not know the shell's routes.
 */
export function GoTo({ to, search, stay, onClick, children, ...rest }: GoToProps): ReactNode {
  const router = useRouter();
  const href = `${to}${stringifySearch(search ?? {})}`;
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.();
    // Another window, another tab, a copied address: the browser's business.
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void router.navigate({ to, search: (search ?? {}) as never, resetScroll: stay !== true });
  };
  return (
    <a {...rest} href={href} onClick={follow}>
      {children}
    </a>
  );
}
