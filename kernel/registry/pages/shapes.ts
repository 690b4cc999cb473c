import type { Said } from "../../../base/text/text.ts";

/** What the registry's API answers. */
export interface Me {
  readonly signed_in: boolean;
  readonly name: string | null;
  readonly role: string;
  readonly permissions: readonly string[];
  readonly city: { readonly id: string; readonly name: Said; readonly division: string };
  /** Whether the city offers its own single sign-on. */
  readonly oidc?: boolean;
  /** The city's day, 2026-11-23: what a page calls today. */
  readonly today: string;
}

export interface Division {
  readonly code: string;
  readonly path: string;
  readonly name: Said;
  readonly level: string;
  readonly members: readonly string[];
  readonly note: unknown;
}

export interface Body {
  readonly code: string;
  readonly name: Said;
  readonly kind: string;
  readonly division: string | null;
}
