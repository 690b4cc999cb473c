import Button from "antd/es/button";
import { Component, type ErrorInfo, type ReactNode } from "react";
import type { Refusal } from "../client/api.ts";
import { useText } from "./reader.ts";
import { uiText } from "./text.ts";

export function Loading(): ReactNode {
  const t = useText(uiText);
  return (
    <p className="loading" role="status">
      {t("loading")}
    </p>
  );
}

interface RefusedProps {
  readonly refusal: Refusal | null;
  readonly retry?: () => void;
  /** Fields that say themselves what is wrong with them. */
  readonly said?: readonly string[];
}

/** A refusal in the reader's words, with every place found wrong. */
export function Refused({ refusal, retry, said = [] }: RefusedProps): ReactNode {
  const t = useText(uiText);
  if (refusal === null) return null;
  const places = refusal.places.filter((place) => !said.includes(place.at.split("/").at(-1) ?? ""));
  return (
    <div className="notice bad" role="alert">
      <div>{refusal.message}</div>
      {places.length > 0 && (
        <ul>
          {places.map((place) => (
            <li key={`${place.at} ${place.message}`}>
              <code>{place.at}</code> {place.message}
            </li>
          ))}
        </ul>
      )}
      {retry && (
        <Button size="small" onClick={retry} style={{ marginTop: "0.5rem" }}>
          {t("retry")}
        </Button>
      )}
    </div>
  );
}

interface Asked<T> {
  readonly data: T | undefined;
  readonly error: Refusal | null;
  readonly isPending: boolean;
  refetch(): unknown;
}

/** Shows what was asked for: waiting, refused, or the answer. */
export function Answer<T>({ of, children }: { readonly of: Asked<T>; readonly children: (data: T) => ReactNode }): ReactNode {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <Refused refusal={of.error} retry={() => void of.refetch()} />;
  return <Loading />;
}

interface BoundaryProps {
  readonly children: ReactNode;
  readonly fallback: (error: Error, again: () => void) => ReactNode;
}

/** Catches what breaks below it, so that the rest of the page stays usable. */
export class Boundary extends Component<BoundaryProps, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { readonly error: Error } {
    return { error };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (this.state.error) return this.props.fallback(this.state.error, () => this.setState({ error: null }));
    return this.props.children;
  }
}

export function Broken({ again }: { readonly again: () => void }): ReactNode {
  const t = useText(uiText);
  return (
    <div className="sheet narrow" role="alert">
      <h1>{t("pageBroke")}</h1>
      <p className="lead">{t("pageBrokeHelp")}</p>
      <p className="row">
        <Button onClick={again}>{t("retry")}</Button>
        <a href="/">{t("home")}</a>
      </p>
    </div>
  );
}

/** A part of a page broke; the rest stays usable. */
export function PartBroken({ again }: { readonly again: () => void }): ReactNode {
  const t = useText(uiText);
  return (
    <div className="notice bad" role="alert">
      <p>{t("partBroke")}</p>
      <Button size="small" onClick={again}>
        {t("retry")}
      </Button>
    </div>
  );
}
