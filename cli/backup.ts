import { readFileSync } from "node:fs";
import path from "node:path";
import { record } from "../base/audit/audit.ts";
import { backup } from "../base/backup/backup.ts";
import { secretFor } from "../base/config/home.ts";
import { say, texts } from "../base/text/text.ts";
import { withCity } from "../server/open.ts";
import { need, parse, readerLanguage } from "./arguments.ts";

const text = texts({
  done: {
    "zh-CN": "已备份 {city} 到 {file}：{tables} 张表，{rows} 行。文件含全部数据和密码散列，请妥善保管",
    en: "Backed up {city} to {file}: {tables} tables, {rows} rows. It holds all data and the password hashes: keep it safe",
  },
});

const release = (): string => (JSON.parse(readFileSync(path.resolve(import.meta.dirname, "../package.json"), "utf8")) as { version: string }).version;

export async function run(args: string[]): Promise<number> {
  const { positionals } = parse(args, {}, 2);
  const file = path.resolve(need(positionals[0], "FILE"));
  const lang = readerLanguage();
  const { folder, done } = await withCity(positionals[1], async ({ database, home, schema, folder, act }) => {
    await act((ctx) => record(ctx, "backup.make", path.basename(file)));
    const options = { migrator: database.pool.migrator, schema, city: folder.city.id, area: folder.path, release: release(), signInKey: secretFor(home, `sign-in ${schema}`), now: new Date() };
    return { folder, done: await backup(file, options) };
  });
  console.log(say(text.done, lang, { city: folder.city.name[lang], file, ...done }));
  return 0;
}
