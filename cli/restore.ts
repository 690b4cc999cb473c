import path from "node:path";
import { record } from "../base/audit/audit.ts";
import { verifyChain } from "../base/audit/queries.ts";
import { inspect, restore } from "../base/backup/restore.ts";
import { openHome, secretFor } from "../base/config/home.ts";
import { systemActor } from "../base/db/actors.ts";
import { transact } from "../base/db/transact.ts";
import { Problem } from "../base/errors/problem.ts";
import { say, texts } from "../base/text/text.ts";
import { findHolder } from "../server/lock.ts";
import { withDatabase } from "../server/open.ts";
import { need, parse, readerLanguage } from "./arguments.ts";

const text = texts({
  done: {
    "zh-CN": "已从 {file}（{made_at}，版本 {release}）恢复 {city}：{tables} 张表，{rows} 行；迁移 {migrations} 步",
    en: "Restored {city} from {file} (made {made_at} by release {release}): {tables} tables, {rows} rows; {migrations} migrations applied",
  },
  whole: { "zh-CN": "审计链完整：{seals} 个封印", en: "The chain of audit is unbroken: {seals} seals" },
  broken: { "zh-CN": "注意：备份中的审计链在第 {seal} 个封印处已断开", en: "Note: in the backup the chain of audit was already broken, at seal {seal}" },
  served: {
    "zh-CN": "数据目录正在服务（{url}）。请先停止，再执行 restore --replace",
    en: "The data directory is being served at {url}. Stop it first, then restore --replace",
  },
});

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, { replace: { type: "boolean", default: false } }, 1);
  const file = path.resolve(need(positionals[0], "FILE"));
  const lang = readerLanguage();
  // A file that is refused is refused before a database is started for it.
  await inspect(file);
  const url = findHolder(openHome())?.url;
  if (values.replace && url !== undefined) throw new Problem(409, "being-served", text.served, { values: { url } });
  const { restored, chain } = await withDatabase(async (database, home) => {
    const restored = await restore(file, { migrator: database.pool.migrator, replace: values.replace, signInKey: (schema) => secretFor(home, `sign-in ${schema}`) });
    await transact(database.pool.app, restored.schema, systemActor(restored.area), {}, (ctx) => record(ctx, "backup.restore", path.basename(file), { made_at: restored.made_at, release: restored.release }));
    return { restored, chain: await verifyChain(database.pool.worker, restored.schema) };
  });
  console.log(say(text.done, lang, { ...restored, file, migrations: restored.migrated.length }));
  console.log(chain.broken === null ? say(text.whole, lang, { seals: chain.seals }) : say(text.broken, lang, { seal: chain.broken.seal }));
  return 0;
}
