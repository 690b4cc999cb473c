import { hash, verify } from "@node-rs/argon2";
import { betterAuth } from "better-auth";
import { genericOAuth, magicLink, twoFactor } from "better-auth/plugins";
import { Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import { v7 as uuid } from "uuid";

/** An OpenID Connect provider of the city, from the environment: never from the repository. */
export interface OidcProvider {
  readonly discoveryUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface AuthOptions {
  readonly pool: pg.Pool;
  /** Schema of the city: its users are its own. */
  readonly schema: string;
  readonly secret: string;
  /** http://127.0.0.1:7000 */
  readonly origin: string;
  readonly cityName: string;
  readonly oidc: OidcProvider | undefined;
  /** Receives the address of each one-time link; it is printed or handed over, never logged. */
  deliverLink(email: string, url: string): void;
}

/** OWASP's recommendation for argon2id: 19 MiB, 2 passes, 1 lane. */
const argon2id = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const link_minutes = 15;

/** Sign-in of one city: one-time link, password with second factor, OIDC. Nobody can sign up by themselves. */
export function openAuth(options: AuthOptions) {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: options.pool }) });
  const oidc = options.oidc && {
    providerId: "city",
    discoveryUrl: options.oidc.discoveryUrl,
    clientId: options.oidc.clientId,
    clientSecret: options.oidc.clientSecret,
    scopes: ["openid", "profile", "email"],
    pkce: true,
    disableSignUp: true,
  };
  return betterAuth({
    appName: `Gangju ${options.cityName}`,
    baseURL: options.origin,
    basePath: "/api/auth",
    secret: options.secret,
    trustedOrigins: [options.origin],
    database: { db, type: "postgres", schemaName: options.schema },
    logger: { level: "error" },
    telemetry: { enabled: false },
    user: { modelName: "auth_user" },
    session: { modelName: "auth_session", expiresIn: 60 * 60 * 12, updateAge: 60 * 60 },
    account: { modelName: "auth_account", accountLinking: { enabled: true, trustedProviders: ["city"] } },
    verification: { modelName: "auth_verification", storeIdentifier: "hashed" },
    advanced: { database: { generateId: () => uuid() }, cookiePrefix: "gangju", useSecureCookies: options.origin.startsWith("https:") },
    rateLimit: { enabled: true, window: 60, max: 100, customRules: { "/sign-in/email": { window: 60, max: 10 }, "/two-factor/*": { window: 60, max: 10 } } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      password: {
        hash: (password) => hash(password, argon2id),
        verify: ({ hash: kept, password }) => verify(kept, password),
      },
    },
    plugins: [
      twoFactor({ issuer: `Gangju ${options.cityName}`, schema: { user: { fields: {} }, twoFactor: { modelName: "auth_two_factor" } } }),
      magicLink({
        expiresIn: link_minutes * 60,
        disableSignUp: true,
        storeToken: "hashed",
        sendMagicLink: ({ email, url }) => options.deliverLink(email, url),
      }),
      ...(oidc ? [genericOAuth({ config: [oidc] })] : []),
    ],
  });
}

export type Auth = ReturnType<typeof openAuth>;
