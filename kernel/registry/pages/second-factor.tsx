import Button from "antd/es/button";
import { lazy, Suspense, useState, type FormEvent, type ReactNode } from "react";
import { Entry } from "../../../base/ui/field.tsx";
import { useText } from "../../../base/ui/reader.ts";
import { Refused } from "../../../base/ui/states.tsx";
import { useAuth } from "./auth.ts";
import { signInText } from "./text.ts";

const QrCode = lazy(() => import("antd/es/qr-code"));

interface Secret {
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}

/** Turning the second factor on: password, then the secret into the authenticator, then its first digits as proof. */
export function SecondFactor({ on, possible, done }: { readonly on: boolean; readonly possible: boolean; readonly done: () => void }): ReactNode {
  const t = useText(signInText);
  const [password, setPassword] = useState("");
  const [secret, setSecret] = useState<Secret | null>(null);
  const enable = useAuth<{ password: string }, Secret>("/api/auth/two-factor/enable");
  const disable = useAuth<{ password: string }>("/api/auth/two-factor/disable");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (on) disable.mutate({ password }, { onSuccess: () => (setPassword(""), done()) });
    else enable.mutate({ password }, { onSuccess: (answer) => (setPassword(""), setSecret(answer)) });
  };
  return (
    <section className="card">
      <h2>{t("secondFactor")}</h2>
      <p>{on ? t("secondOn") : t("secondOff")}</p>
      {secret !== null && !on ? (
        <Prove secret={secret} done={() => (setSecret(null), done())} />
      ) : (
        <form className="stack" onSubmit={submit}>
          <Entry label={t("currentPassword")} type="password" autoComplete="current-password" required disabled={!possible} value={password} onText={setPassword} />
          <Refused refusal={on ? disable.error : enable.error} />
          <div>
            <Button htmlType="submit" disabled={!possible} loading={enable.isPending || disable.isPending}>
              {on ? t("disable") : t("enable")}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}

function Prove({ secret, done }: { readonly secret: Secret; readonly done: () => void }): ReactNode {
  const t = useText(signInText);
  const [code, setCode] = useState("");
  const verify = useAuth<{ code: string }>("/api/auth/two-factor/verify-totp");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    verify.mutate({ code: code.trim() }, { onSuccess: done });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p>{t("scan")}</p>
      <div role="img" aria-label={t("otpCode")}>
        <Suspense fallback={null}>
          <QrCode value={secret.totpURI} type="svg" color="#000000" bgColor="#ffffff" />
        </Suspense>
      </div>
      <code className="break">{secret.totpURI}</code>
      <p>{t("backupKeep")}</p>
      <ul className="codes">
        {secret.backupCodes.map((each) => (
          <li key={each}>
            <code>{each}</code>
          </li>
        ))}
      </ul>
      <Entry label={t("code")} inputMode="numeric" autoComplete="one-time-code" required value={code} onText={setCode} wrong={verify.error ? t("codeWrong") : null} />
      <div>
        <Button type="primary" htmlType="submit" loading={verify.isPending}>
          {t("verify")}
        </Button>
      </div>
    </form>
  );
}
