import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import type pg from "pg";
import { selectSecondFactors, updateSecondFactor } from "./queries.ts";

/** Second factors are encrypted under the key of the installation: in another one they are encrypted anew, so that they still work. */
export async function rekeySecondFactors(client: pg.ClientBase, from: string, to: string): Promise<void> {
  if (from === to) return;
  // What the old key does not open was of no use before either: it stays as it was.
  const again = async (data: string): Promise<string> => {
    const plain = await symmetricDecrypt({ key: from, data }).catch(() => undefined);
    return plain === undefined ? data : await symmetricEncrypt({ key: to, data: plain });
  };
  for (const { id, secret, backupCodes } of await selectSecondFactors(client)) {
    await updateSecondFactor(client, { id, secret: await again(secret), backupCodes: await again(backupCodes) });
  }
}
