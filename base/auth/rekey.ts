import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import type pg from "pg";

/** Second factors are encrypted under the key of the installation: in another one they are encrypted anew, so that they still work. */
export async function rekeySecondFactors(client: pg.ClientBase, from: string, to: string): Promise<void> {
  if (from === to) return;
  // What the old key does not open was of no use before either: it stays as it was.
  const again = async (data: string): Promise<string> => {
    const plain = await symmetricDecrypt({ key: from, data }).catch(() => undefined);
    return plain === undefined ? data : await symmetricEncrypt({ key: to, data: plain });
  };
  const { rows } = await client.query<{ id: string; secret: string; backupCodes: string }>('SELECT id, secret, "backupCodes" FROM auth_two_factor');
  for (const row of rows) {
    await client.query('UPDATE auth_two_factor SET secret = $2, "backupCodes" = $3 WHERE id = $1', [row.id, await again(row.secret), await again(row.backupCodes)]);
  }
}
