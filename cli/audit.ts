import { verifyChain } from "../base/audit/queries.ts";
import { say, texts } from "../base/text/text.ts";
import { withCity } from "../server/open.ts";
import { parse, readerLanguage, WrongUse } from "./arguments.ts";
import { text as usage } from "./text.ts";

const text = texts({
  whole: {
    "zh-CN": "审计链完整：{seals} 个封印，{sealed} 条记录，{unsealed} 条尚未封印\n链首 {head}",
    en: "The chain is unbroken: {seals} seals over {sealed} records, {unsealed} not sealed yet\nhead {head}",
  },
  broken: { "zh-CN": "审计链在第 {seal} 个封印处断开：{reason}", en: "The chain breaks at seal {seal}: {reason}" },
  previous: { "zh-CN": "与前一个封印接不上", en: "it does not follow the seal before" },
  hash: { "zh-CN": "有记录被改过", en: "a record was changed" },
  missing: { "zh-CN": "有记录或封印被删去", en: "a record or a seal was removed" },
  unchained: { "zh-CN": "有记录既未封印也不在待封印之列", en: "a record is neither sealed nor waiting to be" },
});

export async function run(args: string[]): Promise<number> {
  const [what, ...rest] = args;
  if (what !== "verify") throw new WrongUse(usage.auditVerify);
  const { positionals } = parse(rest, {}, 1);
  const lang = readerLanguage();
  const found = await withCity(positionals[0], ({ database, schema }) => verifyChain(database.pool.worker, schema));
  if (found.broken !== null) {
    console.error(say(text.broken, lang, { seal: found.broken.seal, reason: text[found.broken.reason][lang] }));
    return 1;
  }
  console.log(say(text.whole, lang, { ...found }));
  return 0;
}
