import { Outlet, useMatches } from "@tanstack/react-router";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useChanges } from "../base/client/use.ts";
import { GoTo } from "../base/ui/link.tsx";
import { useReader, useSay, useText } from "../base/ui/reader.ts";
import { usePath, useSearchWords } from "../base/ui/search.ts";
import type { Said } from "../base/text/text.ts";
import { useMe } from "../kernel/registry/pages/session.ts";
import { navigation } from "./pages.ts";
import { shellText } from "./text.ts";

/** The frame around every page: who we are, where one can go, how one reads. */
export function Shell(): ReactNode {
  const t = useText(shellText);
  const wall = useSearchWords()["wall"] !== undefined;
  useChanges();
  usePageTitle();
  useEffect(() => {
    if (wall) document.documentElement.dataset["theme"] = "dark";
    else delete document.documentElement.dataset["theme"];
  }, [wall]);
  return (
    <>
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      {!wall && <Head />}
      <Offline />
      <main id="content" tabIndex={-1} className={wall ? "wall" : undefined}>
        <Outlet />
      </main>
    </>
  );
}

function Head(): ReactNode {
  const t = useText(shellText);
  const say = useSay();
  const reader = useReader();
  const me = useMe();
  const path = usePath();
  const other = reader.lang === "en" ? "zh-CN" : "en";
  const above = navigation.map((page) => page.navigation?.to ?? page.path).filter((to) => (to === "/" ? path === "/" : path === to || path.startsWith(`${to}/`)));
  // Of an entry and one below it, the one below is where the reader is.
  const here = (to: string): boolean => above.includes(to) && above.every((other) => other.length <= to.length);
  return (
    <header className="head no-print">
      <div className="head-in">
        <GoTo to="/" className="brand">
          <b>{say(me.city.name)}</b>
          <span>{t("productLong")}</span>
        </GoTo>
        <nav aria-label={t("navigation")}>
          <ul>
            {navigation
              .filter((page) => page.permission === undefined || me.permissions.includes(page.permission))
              .map((page) => (
                <li key={page.path}>
                  <GoTo to={page.navigation?.to ?? page.path} aria-current={here(page.navigation?.to ?? page.path) ? "page" : undefined}>
                    {say(page.navigation?.label ?? page.title)}
                  </GoTo>
                </li>
              ))}
          </ul>
        </nav>
        <div className="head-tools">
          <button type="button" className="plain" aria-pressed={reader.size === "large"} onClick={() => reader.setSize(reader.size === "large" ? "normal" : "large")}>
            {t("largeType")}
          </button>
          <button type="button" className="plain" lang={other} onClick={() => reader.setLang(other)}>
            {t("switchLanguage")}
          </button>
          {me.signed_in ? <GoTo to="/account">{me.name ?? t("account")}</GoTo> : <GoTo to="/sign-in">{t("signIn")}</GoTo>}
        </div>
      </div>
    </header>
  );
}

function Offline(): ReactNode {
  const t = useText(shellText);
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const changed = (): void => setOnline(navigator.onLine);
    addEventListener("online", changed);
    addEventListener("offline", changed);
    return () => {
      removeEventListener("online", changed);
      removeEventListener("offline", changed);
    };
  }, []);
  return <div role="status">{!online && <div className="notice bad">{t("offline")}</div>}</div>;
}

/** The document's title follows the page; after a change of page the focus starts at its content. */
function usePageTitle(): void {
  const say = useSay();
  const me = useMe();
  const t = useText(shellText);
  const first = useRef(true);
  const title = useMatches({ select: (matches) => (matches.at(-1)?.staticData as { title?: Said } | undefined)?.title });
  const words = title ? say(title) : t("missing");
  useEffect(() => {
    document.title = `${words} · ${say(me.city.name)}`;
    if (!first.current) document.getElementById("content")?.focus({ preventScroll: true });
    first.current = false;
  }, [words, say, me.city.name]);
}

export function NotFound(): ReactNode {
  const t = useText(shellText);
  return (
    <div className="sheet narrow">
      <h1>{t("missing")}</h1>
      <p className="lead">{t("missingHelp")}</p>
      <GoTo to="/">{t("home")}</GoTo>
    </div>
  );
}
