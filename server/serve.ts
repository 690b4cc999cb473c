import type { FastifyInstance } from "fastify";
import { type Auth, type OidcProvider, openAuth } from "../base/auth/auth.ts";
import { type Home, openHome, secretFor } from "../base/config/home.ts";
import { type Database, openDatabase } from "../base/db/database.ts";
import { Problem } from "../base/errors/problem.ts";
import { Changes } from "../base/http/events.ts";
import { fill, type Lang } from "../base/text/text.ts";
import { sealBatch } from "../base/audit/queries.ts";
import { openApp } from "./app.ts";
import { type LoadedCity, openCity, type ReadCity } from "./city.ts";
import { describeHolder, leaveHome, takeHome } from "./lock.ts";
import { ensurePages } from "./pages.ts";
import { ensureUser, oneTimeLink } from "./people.ts";
import { text } from "./text.ts";

export interface Serving {
  readonly url: string;
  readonly home: Home;
  /** Signs the administrator in, once. */
  readonly link: string;
  /** Settles when the database went away: there is nothing left to serve. */
  readonly lost: Promise<void>;
  stop(): Promise<void>;
}

export interface ServeOptions {
  readonly city: ReadCity;
  readonly lang: Lang;
  readonly say: (line: string) => void;
  /** false: the API alone, for tests that look at no page. */
  readonly pages?: boolean;
}

/** Reads the settings of the environment; a wrong one is refused by name. */
function settings(): { port: number; host: string; logLevel: string; origin: string | undefined; oidc: OidcProvider | undefined } {
  const value = process.env["PORT"] || "7000";
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Problem(400, "wrong-port", text.wrongPort, { values: { value } });
  const { OIDC_DISCOVERY_URL: discoveryUrl, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = process.env;
  return {
    port,
    host: process.env["HOST"] || "127.0.0.1",
    logLevel: process.env["LOG_LEVEL"] || "warn",
    origin: process.env["PUBLIC_URL"] || undefined,
    oidc: discoveryUrl && clientId && clientSecret ? { discoveryUrl, clientId, clientSecret } : undefined,
  };
}

/** Serves one city: takes the home, opens the database, loads the city, builds the pages, listens. What was begun is ended when a step fails. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { say, lang } = options;
  const wanted = settings();
  const home = openHome();
  takeHome(home);
  const undo: Array<() => Promise<unknown> | void> = [() => leaveHome(home)];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const database = await openDatabase(home, undefined, (step) => say({ init: text.databaseInit, start: text.databaseStart, adopt: text.databaseAdopt, connect: text.databaseConnect }[step][lang]));
    undo.push(() => database.close());
    const name = options.city.folder.city.name[lang];
    const loaded = await openCity(database, options.city, new Date(), (step, count) => {
      if (step === "loading") say(fill(text.loading[lang], { city: name }));
      else if (count > 0) say(fill(text.migrating[lang], { count }));
    });
    say(fill(text.loaded[lang], { ...loaded }));
    for (const { at, said, values } of options.city.warnings) say(`${at}: ${fill(said[lang], values)}`);
    const pages = options.pages === false ? undefined : await ensurePages(() => say(text.building[lang]));
    const url = { origin: wanted.origin ?? `http://${wanted.host}:${wanted.port}` };
    const links = new Map<string, string>();
    const makeAuth = (origin: string): Auth =>
      openAuth({ pool: database.pool.auth, schema: loaded.schema, secret: secretFor(home, `sign-in ${loaded.schema}`), origin, cityName: name, oidc: wanted.oidc, deliverLink: (email, link) => void links.set(email, link) });
    const changes = new Changes(database.url.app, loaded.schema);
    await changes.open();
    undo.push(() => changes.close());
    undo.push(startSealer(database, loaded.schema));
    // Port 0 is known only once we listen, and the sign-in library wants its own address before.
    const auth = { current: makeAuth(url.origin) };
    const app = await openApp({ database, schema: loaded.schema, area: loaded.area, auth: () => auth.current, changes, origin: () => url.origin, pages, logLevel: wanted.logLevel, oidc: wanted.oidc !== undefined });
    undo.push(() => app.close());
    const port = await listen(app, wanted.host, wanted.port);
    if (port !== wanted.port && wanted.origin === undefined) {
      url.origin = `http://${wanted.host}:${port}`;
      auth.current = makeAuth(url.origin);
    }
    describeHolder(home, { url: url.origin, city: name, database: database.ownerUrl });
    const link = await administratorLink(auth.current, database, loaded, links, options, url.origin);
    return { url: url.origin, home, link, lost: database.lost, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function administratorLink(auth: Auth, database: Database, loaded: LoadedCity, links: Map<string, string>, options: ServeOptions, origin: string): Promise<string> {
  const email = `administrator@${options.city.folder.city.id.replaceAll("_", "-")}.example`;
  await ensureUser(auth, database, loaded.schema, loaded.area, { email, name: text.administrator[options.lang], role: "administrator", body: null });
  return await oneTimeLink(auth, links, email, origin, "/account");
}

async function listen(app: FastifyInstance, host: string, port: number): Promise<number> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") throw new Problem(409, "port-taken", text.portTaken, { values: { port }, cause });
    throw new Problem(500, "host-refused", text.hostRefused, { values: { host, reason: code ?? String(cause) }, cause });
  }
  return (app.server.address() as { port: number }).port;
}

const seal_every_ms = 400;

/** Seals the audit rows of this city again and again; what a killed process left unsealed is sealed by the next. */
function startSealer(database: Database, schema: string): () => Promise<void> {
  let stopped = false;
  let running: Promise<unknown> = Promise.resolve();
  const turn = async (): Promise<void> => {
    while (!stopped && (await sealBatch(database.pool.worker, schema).catch(() => 0)) > 0);
  };
  const timer = setInterval(() => {
    running = running.then(turn);
  }, seal_every_ms);
  return async () => {
    clearInterval(timer);
    await running;
    stopped = true;
    await sealBatch(database.pool.worker, schema).catch(() => 0);
  };
}
