import type { ReactNode } from "react";
import type { Observation } from "../schema.ts";

/** Only an address of the web becomes a link. */
const isWeb = (address: string | null | undefined): address is string => /^https?:\/\//.test(address ?? "");

/** Where a figure comes from, as a link where it has an address. */
export function SourceLink({ source }: { readonly source: Observation["source"] }): ReactNode {
  if (!isWeb(source.address)) return source.title;
  return (
    <a href={source.address} target="_blank" rel="noreferrer">
      {source.title}
    </a>
  );
}
