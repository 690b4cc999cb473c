import { fill, type Lang, say, texts } from "../base/text/text.ts";
import { findTargets } from "../kernel/plan/acts.ts";
import type { TargetView } from "../kernel/plan/schema.ts";
import { withCity } from "../server/open.ts";
import { dateOf, parse, readerLanguage } from "./arguments.ts";

const text = texts({
  met: { "zh-CN": "已达到", en: "met" },
  ahead: { "zh-CN": "超前", en: "ahead" },
  on_track: { "zh-CN": "正常", en: "on track" },
  at_risk: { "zh-CN": "有风险", en: "at risk" },
  off_track: { "zh-CN": "滞后", en: "off track" },
  not_met: { "zh-CN": "未达到", en: "not met" },
  due_unpublished: { "zh-CN": "已到期，最终数未公布", en: "due, final figure not published" },
  no_data: { "zh-CN": "无数据", en: "no data" },
  not_due: { "zh-CN": "未到期", en: "not yet due" },
  line: { "zh-CN": "{indicator}（{period}）：{status}。{sentence}", en: "{indicator} ({period}): {status}. {sentence}" },
});

const line = (target: TargetView, lang: Lang): string => {
  const { standing } = target;
  const status = standing === null ? "–" : text[standing.status][lang];
  return say(text.line, lang, { indicator: `${target.scope ?? ""}${target.indicator}`, period: target.period ?? "–", status, sentence: standing === null ? "" : fill(standing.sentence[lang]) });
};

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, { "as-of": { type: "string" }, "known-at": { type: "string" }, json: { type: "boolean" } }, 1);
  const [as_of, known_at] = [dateOf(values["as-of"]), values["known-at"]];
  const lang = readerLanguage();
  const items = await withCity(positionals[0], ({ act }) =>
    act(async (ctx) => (await findTargets(ctx, { ...(as_of && { as_of }), ...(known_at && { known_at }), limit: 100_000 })).items),
  );
  process.stdout.write(values.json ? `${JSON.stringify({ items }, null, 1)}\n` : items.map((target) => `${line(target, lang)}\n`).join(""));
  return 0;
}
