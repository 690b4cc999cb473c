import Button from "antd/es/button";
import { useState, type FormEvent, type ReactNode } from "react";
import { useGet } from "../../../base/client/use.ts";
import { Entry } from "../../../base/ui/field.tsx";
import { useText } from "../../../base/ui/reader.ts";
import { useGo, useSearchWords } from "../../../base/ui/search.ts";
import { useAuth, useFreshStart, type SignInAnswer } from "./auth.ts";
import { signInText } from "./text.ts";

/** A path of our own to go back to; never another site's. */
const backTo = (next: string | undefined): string => (next !== undefined && /^\/(?![/\\])/.test(next) ? next : "/");

export default function SignIn(): ReactNode {
  const t = useText(signInText);
  const words = useSearchWords();
  const go = useGo();
  const [second, setSecond] = useState(false);
  const next = backTo(words["next"]);
  const [path = "/", query = ""] = next.split("?");
  const fresh = useFreshStart();
  const done = (): void => void fresh().then(() => go(path, Object.fromEntries(new URLSearchParams(query)), { replace: true }));
  return (
    <div className="sheet narrow">
      <section className="card stack">
        <h1>{t("signIn")}</h1>
        <p className="lead">{second ? t("codeLead") : t("signInLead")}</p>
        {words["error"] !== undefined && (
          <div className="notice bad" role="alert">
            {t("linkBad")}
          </div>
        )}
        {second ? <Second done={done} /> : <First done={done} second={() => setSecond(true)} />}
        {!second && <p className="small muted">{t("linkHelp")}</p>}
      </section>
    </div>
  );
}

function First({ done, second }: { readonly done: () => void; readonly second: () => void }): ReactNode {
  const t = useText(signInText);
  const ways = useGet<{ readonly oidc: boolean }>("/registry/sign-in");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useAuth<{ email: string; password: string }, SignInAnswer>("/api/auth/sign-in/email");
  const city = useAuth<{ providerId: string; callbackURL: string }, SignInAnswer>("/api/auth/sign-in/oauth2");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signIn.mutate({ email, password }, { onSuccess: (answer) => (answer?.twoFactorRedirect ? second() : done()) });
  };
  const why = signIn.error && (signIn.error.status === 429 ? t("tooOften") : signIn.error.status === 0 ? signIn.error.message : t("wrong"));
  return (
    <form className="stack" onSubmit={submit}>
      <Entry label={t("email")} type="email" name="email" autoComplete="username" required value={email} onText={setEmail} />
      <Entry label={t("password")} type="password" name="password" autoComplete="current-password" required value={password} onText={setPassword} />
      {why && (
        <div className="notice bad" role="alert">
          {why}
        </div>
      )}
      <Button type="primary" htmlType="submit" loading={signIn.isPending}>
        {signIn.isPending ? t("entering") : t("signIn")}
      </Button>
      {ways.data?.oidc === true && (
        <Button loading={city.isPending} onClick={() => city.mutate({ providerId: "city", callbackURL: "/" }, { onSuccess: (answer) => answer.url && location.assign(answer.url) })}>
          {t("cityAccount")}
        </Button>
      )}
    </form>
  );
}

function Second({ done }: { readonly done: () => void }): ReactNode {
  const t = useText(signInText);
  const [backup, setBackup] = useState(false);
  const [code, setCode] = useState("");
  const verify = useAuth<{ code: string }>(backup ? "/api/auth/two-factor/verify-backup-code" : "/api/auth/two-factor/verify-totp");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    verify.mutate({ code: code.trim() }, { onSuccess: done });
  };
  const why = verify.error && (verify.error.status === 429 ? t("tooOften") : verify.error.status === 0 ? verify.error.message : t("codeWrong"));
  return (
    <form className="stack" onSubmit={submit}>
      <Entry label={backup ? t("backup") : t("code")} name="code" inputMode={backup ? "text" : "numeric"} autoComplete="one-time-code" required value={code} onText={setCode} wrong={why} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={verify.isPending}>
          {t("verify")}
        </Button>
        <Button type="link" onClick={() => setBackup(!backup)}>
          {backup ? t("useCode") : t("useBackup")}
        </Button>
      </div>
    </form>
  );
}
