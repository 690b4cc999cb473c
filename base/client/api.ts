import { say, type Lang } from "../text/text.ts";
import { clientText } from "./text.ts";

/** One place of a refused input, in the reader's words. */
export interface RefusedPlace {
  readonly at: string;
  readonly message: string;
}

/** A refusal as the page shows it: problem details of the server, or the network's own failure (status 0). */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly code: string;
  readonly places: readonly RefusedPlace[];

  constructor(status: number, code: string, message: string, places: readonly RefusedPlace[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.places = places;
  }
}

export type Params = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** `/facts/indicators` with its query; what is empty is left out, so that equal questions have equal addresses. */
export function address(path: string, params: Params = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== null && value !== "" && value !== false) query.set(name, String(value));
  }
  const text = query.toString();
  return `/api${path}${text === "" ? "" : `?${text}`}`;
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

const firstString = (...values: readonly unknown[]): string => {
  for (const value of values) if (typeof value === "string" && value !== "") return value;
  return "";
};

/** Reads problem details (RFC 9457) and the sign-in library's { code, message } alike. */
export function refusalOf(status: number, body: unknown, lang: Lang): Refusal {
  const problem = asRecord(body);
  const places = Array.isArray(problem["places"]) ? problem["places"].map(asRecord) : [];
  return new Refusal(
    status,
    firstString(problem["code"], String(problem["type"] ?? "").split("/").pop()),
    // With places the title is enough: the places follow it, each by itself.
    firstString(places.length > 0 ? problem["title"] : problem["detail"], problem["title"], problem["message"]) || say(clientText.refused, lang, { status }),
    places.map((place) => ({ at: firstString(place["at"]), message: firstString(place["message"], place["detail"], place["said"]) })),
  );
}

interface Sending {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly body?: unknown;
  /** The same key for the same intention: a retry after a lost answer is not done twice. */
  readonly key?: string;
  readonly match?: string;
  readonly signal?: AbortSignal;
}

/** One call of the API in the reader's language. */
export async function call<T>(lang: Lang, url: string, sending: Sending = {}): Promise<T> {
  const method = sending.method ?? "GET";
  const headers: Record<string, string> = { accept: "application/json", "accept-language": lang };
  if (sending.body !== undefined) headers["content-type"] = "application/json";
  if (method !== "GET") headers["idempotency-key"] = sending.key ?? newKey();
  if (sending.match !== undefined) headers["if-match"] = `"${sending.match}"`;
  const request: RequestInit = { method, headers, credentials: "same-origin" };
  if (sending.body !== undefined) request.body = JSON.stringify(sending.body);
  if (sending.signal) request.signal = sending.signal;
  let response: Response;
  try {
    response = await fetch(url, request);
  } catch (cause) {
    if (sending.signal?.aborted) throw cause;
    throw new Refusal(0, "offline", say(clientText.offline, lang));
  }
  const text = await response.text();
  let body: unknown = null;
  try {
    body = text === "" ? null : JSON.parse(text);
  } catch {
    if (response.ok) throw new Refusal(response.status, "unreadable", say(clientText.unreadable, lang, { status: response.status }));
  }
  if (!response.ok) throw refusalOf(response.status, body, lang);
  return body as T;
}

/** A random key for one write. `crypto.randomUUID` is missing on plain http away from localhost. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** All pages of a list, one after another, up to `most` items. */
export async function callAll<T>(lang: Lang, path: string, params: Params, signal?: AbortSignal, most = 20_000): Promise<readonly T[]> {
  const items: T[] = [];
  let after: string | null = null;
  do {
    const page: Page<T> | readonly T[] = await call(lang, address(path, { limit: 1000, ...params, after }), signal ? { signal } : {});
    if (!("items" in page)) return page;
    items.push(...page.items);
    after = page.next;
  } while (after !== null && items.length < most);
  return items;
}
