import "../base/ui/base.css";
import "./shell.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import ConfigProvider from "antd/es/config-provider";
import type { Locale } from "antd/es/locale";
import { StrictMode, useEffect, useMemo, useState, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { Refusal } from "../base/client/api.ts";
import { askAhead, useGet } from "../base/client/use.ts";
import type { Lang } from "../base/text/text.ts";
import { keep, keptLang, keptSize, ReaderContext, useText, type Reader, type TypeSize } from "../base/ui/reader.ts";
import { Boundary, Broken, Loading, Refused } from "../base/ui/states.tsx";
import { themeOf } from "../base/ui/theme.ts";
import { MeContext } from "../kernel/registry/pages/session.ts";
import type { Me } from "../kernel/registry/schema.ts";
import { makeRouter } from "./router.tsx";
import { shellText } from "./text.ts";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A refusal stays a refusal; only a failing network or server is asked again.
      retry: (count, error) => count < 2 && error instanceof Refusal && (error.status === 0 || error.status >= 502),
    },
  },
});

const router = makeRouter(queries);
// The page's code and its first questions set out together with the question who reads.
askAhead(queries, keptLang(), [{ path: "/registry/me" }]);
void router.load();

/** The components' own words: English is built in, Chinese is loaded. */
function useAntLocale(lang: Lang): Locale | undefined {
  const [chinese, setChinese] = useState<Locale>();
  useEffect(() => {
    if (lang === "zh-CN") void import("antd/es/locale/zh_CN").then((module) => setChinese(module.default));
  }, [lang]);
  return lang === "zh-CN" ? chinese : undefined;
}

function App(): ReactNode {
  const [lang, setLang] = useState<Lang>(keptLang);
  const [size, setSize] = useState<TypeSize>(keptSize);
  useEffect(() => {
    document.documentElement.lang = lang;
    document.documentElement.dataset["size"] = size;
  }, [lang, size]);
  const reader = useMemo<Reader>(
    () => ({
      lang,
      size,
      setLang: (next) => (keep("gangju.lang", next), setLang(next)),
      setSize: (next) => (keep("gangju.size", next), setSize(next)),
    }),
    [lang, size],
  );
  const locale = useAntLocale(lang);
  return (
    <ReaderContext value={reader}>
      <ConfigProvider theme={themeOf(size)} {...(locale ? { locale } : {})} button={{ autoInsertSpace: false }}>
        <Boundary fallback={(_, again) => <Broken again={again} />}>
          <QueryClientProvider client={queries}>
            <WhoReads />
          </QueryClientProvider>
        </Boundary>
      </ConfigProvider>
    </ReaderContext>
  );
}

/** Nothing can be said of a city before it is known which, and who asks. */
function WhoReads(): ReactNode {
  const t = useText(shellText);
  const me = useGet<Me>("/registry/me");
  if (me.data) {
    return (
      <MeContext value={me.data}>
        <RouterProvider router={router} />
      </MeContext>
    );
  }
  if (me.error) {
    return (
      <main className="sheet narrow">
        <h1>{t("product")}</h1>
        <Refused refusal={new Refusal(me.error.status, me.error.code, t("unreachable", { why: me.error.message }))} retry={() => void me.refetch()} />
      </main>
    );
  }
  return <Loading />;
}

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
