import Button from "antd/es/button";
import { useState, type FormEvent, type ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { call, type Refusal } from "../../../base/client/api.ts";
import { Choice, Entry } from "../../../base/ui/field.tsx";
import { GoTo } from "../../../base/ui/link.tsx";
import { useReader, useText } from "../../../base/ui/reader.ts";
import { useGo, useSearchWords } from "../../../base/ui/search.ts";
import { Refused } from "../../../base/ui/states.tsx";
import { useAuth, useFreshStart } from "./auth.ts";
import { SecondFactor } from "./second-factor.tsx";
import { useMe } from "./session.ts";
import { isSignInKey, signInText } from "./text.ts";

/** What the sign-in library tells of the account. */
function useAccount(): { readonly known: boolean; readonly hasPassword: boolean; readonly hasSecond: boolean; refetch(): void } {
  const { lang } = useReader();
  const accounts = useQuery<readonly { providerId?: string }[] | null, Refusal>({ queryKey: ["auth", "accounts"], queryFn: () => call(lang, "/api/auth/list-accounts") });
  const session = useQuery<{ user?: { twoFactorEnabled?: boolean | null } } | null, Refusal>({ queryKey: ["auth", "session"], queryFn: () => call(lang, "/api/auth/get-session") });
  return {
    known: accounts.isSuccess,
    hasPassword: Array.isArray(accounts.data) && accounts.data.some((each) => each.providerId === "credential"),
    hasSecond: session.data?.user?.twoFactorEnabled === true,
    refetch: () => {
      void accounts.refetch();
      void session.refetch();
    },
  };
}

export default function Account(): ReactNode {
  const t = useText(signInText);
  const me = useMe();
  return (
    <div className="sheet narrow stack">
      <h1>{t("account")}</h1>
      {me.signed_in ? <SignedIn /> : <NotSigned />}
      <Reading />
    </div>
  );
}

function NotSigned(): ReactNode {
  const t = useText(signInText);
  // A one-time link that no longer works leads here too.
  const words = useSearchWords();
  return (
    <section className="card">
      {words["error"] !== undefined && (
        <div className="notice bad" role="alert">
          {t("linkBad")}
        </div>
      )}
      <p>{t("notSigned")}</p>
      <GoTo to="/sign-in">{t("signIn")}</GoTo>
    </section>
  );
}

function SignedIn(): ReactNode {
  const t = useText(signInText);
  const me = useMe();
  const go = useGo();
  const account = useAccount();
  const fresh = useFreshStart();
  const out = useAuth<Record<string, never>>("/api/auth/sign-out");
  const role = `role.${me.role}`;
  return (
    <>
      {account.known && !account.hasPassword && <div className="notice">{t("welcome")}</div>}
      <section className="card stack">
        <div className="row apart">
          <strong>{t("signedAs", { name: me.name ?? "", role: isSignInKey(role) ? t(role) : me.role })}</strong>
          <Button loading={out.isPending} onClick={() => out.mutate({}, { onSuccess: () => void fresh().then(() => go("/", {})) })}>
            {t("signOut")}
          </Button>
        </div>
        <div>
          <h2 className="small muted">{t("yourRights")}</h2>
          <ul className="tight">
            {me.permissions.map((permission) => {
              const key = `may.${permission}`;
              return <li key={permission}>{isSignInKey(key) ? t(key) : permission}</li>;
            })}
          </ul>
        </div>
      </section>
      <Password has={account.hasPassword} done={account.refetch} />
      <SecondFactor on={account.hasSecond} possible={account.hasPassword} done={account.refetch} />
    </>
  );
}

function Password({ has, done }: { readonly has: boolean; readonly done: () => void }): ReactNode {
  const t = useText(signInText);
  const [current, setCurrent] = useState("");
  const [fresh, setFresh] = useState("");
  const [again, setAgain] = useState("");
  const [tried, setTried] = useState(false);
  const set = useAuth<{ password: string }>("/api/registry/password");
  const change = useAuth<{ currentPassword: string; newPassword: string; revokeOtherSessions: boolean }>("/api/auth/change-password");
  const short = [...fresh].length < 12;
  const sent = has ? change : set;
  const clear = (): void => {
    setCurrent("");
    setFresh("");
    setAgain("");
    setTried(false);
    done();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (short || fresh !== again) return;
    if (has) change.mutate({ currentPassword: current, newPassword: fresh, revokeOtherSessions: true }, { onSuccess: clear });
    else set.mutate({ password: fresh }, { onSuccess: clear });
  };
  return (
    <section className="card">
      <h2>{has ? t("changePassword") : t("setPassword")}</h2>
      <form className="stack" onSubmit={submit} noValidate>
        {has && <Entry label={t("currentPassword")} type="password" autoComplete="current-password" value={current} onText={setCurrent} />}
        <Entry label={t("newPassword")} type="password" autoComplete="new-password" value={fresh} onText={setFresh} wrong={tried && short ? t("short") : null} />
        <Entry label={t("repeatPassword")} type="password" autoComplete="new-password" value={again} onText={setAgain} wrong={tried && !short && fresh !== again ? t("differ") : null} />
        <Refused refusal={sent.error} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={sent.isPending}>
            {has ? t("changePassword") : t("setPassword")}
          </Button>
          <span role="status">{sent.isSuccess && fresh === "" ? t("passwordKept") : ""}</span>
        </div>
      </form>
    </section>
  );
}

function Reading(): ReactNode {
  const t = useText(signInText);
  const reader = useReader();
  return (
    <section className="card">
      <h2>{t("reading")}</h2>
      <div className="row">
        <Choice
          label={t("language")}
          value={reader.lang}
          onValue={(value) => reader.setLang(value === "en" ? "en" : "zh-CN")}
          options={[
            { value: "zh-CN", label: t("chinese") },
            { value: "en", label: t("english") },
          ]}
        />
        <Choice
          label={t("typeSize")}
          value={reader.size}
          onValue={(value) => reader.setSize(value === "large" ? "large" : "normal")}
          options={[
            { value: "normal", label: t("normal") },
            { value: "large", label: t("large") },
          ]}
        />
      </div>
    </section>
  );
}
