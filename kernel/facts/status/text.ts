import { fill, languages, type Said, texts } from "../../../base/text/text.ts";
import { type Fraction, toDecimal } from "../decimal.ts";
import { readPeriod } from "../observation/period.ts";
import type { Observation } from "../schema.ts";
import { observationStatusNames } from "../text.ts";

/** What a standing says. The figures in it are those it was judged by. */
export const text = texts({
  path: {
    "zh-CN": "{period}{name}{value}（{kind}）。从{base_period}的{base}到{due}的目标{target}，按直线推算届时应为{required}，{gap}，完成了应有进度的{ratio}：{status}。",
    en: "{name} was {value} in {period} ({kind}). On a straight line from {base} in {base_period} to the target of {target} in {due} it should then have been {required}: {gap}, {ratio} of the progress required; {status}.",
  },
  pathBound: {
    "zh-CN": "{period}{name}{value}（{kind}）。从{base_period}的{base}到{due}的目标{target}，按直线推算届时应为{required}：{status}。",
    en: "{name} was {value} in {period} ({kind}). On a straight line from {base} in {base_period} to the target of {target} in {due} it should then have been {required}; {status}.",
  },
  cumulative: {
    "zh-CN": "{name}从{first}到{period}累计{value}。{due}的目标是{target}，按月均摊届时应为{required}，{gap}，完成了应有进度的{ratio}：{status}。",
    en: "{name} added up to {value} from {first} to {period}. With equal shares of the target of {target} in {due} it should then have been {required}: {gap}, {ratio} of the progress required; {status}.",
  },
  within: {
    "zh-CN": "{period}{name}{value}（{kind}），守住了{target}的限值。限值看最近的数，不看进度：{status}。",
    en: "{name} was {value} in {period} ({kind}), within the limit of {target}. A limit is judged by the latest figure, not by progress; {status}.",
  },
  beyond: {
    "zh-CN": "{period}{name}{value}（{kind}），没有守住{target}的限值。限值看最近的数，不看进度：{status}。",
    en: "{name} was {value} in {period} ({kind}), not within the limit of {target}. A limit is judged by the latest figure, not by progress; {status}.",
  },
  met: {
    "zh-CN": "{due}{name}的目标是{target}，{kind}为{value}，已完成。",
    en: "The target for {name}, {target} in {due}, was met: {value} ({kind}).",
  },
  notMet: {
    "zh-CN": "{due}{name}的目标是{target}，{kind}为{value}，没有完成，{compared}。",
    en: "The target for {name}, {target} in {due}, was not met: {value} ({kind}), which {compared}.",
  },
  dueOpen: {
    "zh-CN": "{due}{name}的目标是{target}，{kind}只知道是{value}，是否完成不能断定。",
    en: "The target for {name} is {target} in {due}; the {kind} figure is only known to be {value}, so whether it was met cannot be told.",
  },
  dueKnown: {
    "zh-CN": "{due}{name}的目标是{target}，{day}已到期，最终数尚未公布；目前所知的{kind}为{value}（{source}），{compared}。",
    en: "The target for {name}, {target} in {due}, fell due on {day} and the final figure is not published. What is known so far, {value} ({kind}; {source}), {compared}.",
  },
  dueLatest: {
    "zh-CN": "{due}{name}的目标是{target}，{day}已到期，{due}的数尚未公布；最近的是{period}的{value}（{kind}）。",
    en: "The target for {name}, {target} in {due}, fell due on {day}; no figure for {due} is published. The latest is {value} for {period} ({kind}).",
  },
  dueNothing: {
    "zh-CN": "{due}{name}的目标是{target}，{day}已到期，没有查到可据以判定的数。",
    en: "The target for {name}, {target} in {due}, fell due on {day}; there is no figure to judge it by.",
  },
  dueWhy: { "zh-CN": "{due}{name}的目标是{target}，{day}已到期；{why}。", en: "The target for {name}, {target} in {due}, fell due on {day}; {why}." },
  dueEvidence: { "zh-CN": "“{quote}”{day}已到期，尚无认定：{why}。", en: "“{quote}” fell due on {day} and nothing has been established: {why}." },
  notDue: { "zh-CN": "{name}的目标{target}属于{due}，该时期尚未开始。", en: "The target for {name}, {target}, is for {due}, which has not begun." },
  notDueEvidence: { "zh-CN": "“{quote}”属于{due}，该时期尚未开始。", en: "“{quote}” is for {due}, which has not begun." },
  notDueYearly: { "zh-CN": "{name}的目标是每年{target}；{due}里还没有一年结束。", en: "The yearly target for {name}, {target}: no year of {due} is over yet." },
  evidence: { "zh-CN": "“{quote}”：{why}。", en: "“{quote}”: {why}." },
  noFigure: { "zh-CN": "{due}{name}的目标是{target}：{why}。", en: "Target for {name}, {target} in {due}: {why}." },
  yearly: { "zh-CN": "{sentence}已到期的{count}年中，{met}年完成，{not_met}年没有完成，{open}年待公布。", en: "{sentence} Of {count} years due, {met} were met, {not_met} were not and {open} await their figures." },
});

/** Why a target cannot be judged; stable names, told in `reason` too. */
export const why = texts({
  "no-indicator": { "zh-CN": "尚未指定用哪个指标来衡量", en: "no indicator has been named to measure it" },
  "no-figures": { "zh-CN": "还没有可据以判定的数", en: "there is no figure to judge it by yet" },
  "no-base": { "zh-CN": "有{period}的{value}，但缺规划起点的数，推算不出应有进度，到期后按最终数判定", en: "there is {value} for {period}, but no figure where the plan begins, so no progress can be required; it will be judged by the final figure" },
  "only-base": { "zh-CN": "只有起点{period}的{value}，此后还没有新数", en: "there is only the starting figure, {value} for {period}, and none since" },
  "bound-open": { "zh-CN": "{period}的数只知道是{value}，不足以判定", en: "the figure for {period} is only known to be {value}, which does not settle it" },
  "own-period": { "zh-CN": "只按{due}本期的数判定，该数尚未公布", en: "it is judged by the figure for {due} itself, which is not published yet" },
  units: { "zh-CN": "已有数的单位“{unit}”不能换算成目标的单位“{wanted}”", en: "the figures are in {unit}, which cannot be converted into the target's {wanted}" },
  "no-due": { "zh-CN": "规划没有说明何时完成", en: "the plan does not say by when" },
  relation: { "zh-CN": "要与“{reference}”相比，缺对照的数，不自动判定", en: "it compares with {reference}; without that figure it is not judged automatically" },
  assigned: { "zh-CN": "目标值由上级下达，尚未录入", en: "its value is set from above and has not been entered" },
  coverage: { "zh-CN": "没有写明数值，要凭事实认定", en: "it names no value and is established by evidence" },
  event: { "zh-CN": "这是一件事，要凭事实认定", en: "it is something that comes about, and is established by evidence" },
  "no-value": { "zh-CN": "没有可以比较的目标数值", en: "it has no value to compare with" },
});
export type Why = keyof typeof why;

const words = texts({
  short: { "zh-CN": "还差{gap}", en: "{gap} short" },
  over: { "zh-CN": "高出{gap}", en: "{gap} over" },
  better: { "zh-CN": "好于应有水平{gap}", en: "better by {gap}" },
  even: { "zh-CN": "正好持平", en: "just even" },
  reaches: { "zh-CN": "达到目标", en: "reaches the target" },
  below: { "zh-CN": "比目标低{gap}", en: "is {gap} below the target" },
  above: { "zh-CN": "比目标高{gap}", en: "is {gap} above the target" },
  misses: { "zh-CN": "没有达到目标", en: "does not reach the target" },
  open: { "zh-CN": "是否达到目标不能断定", en: "does not settle whether it is reached" },
});

const comparators = texts({
  "=": { "zh-CN": "{value}", en: "{value}" },
  ">": { "zh-CN": "超过{value}", en: "more than {value}" },
  ">=": { "zh-CN": "{value}以上", en: "at least {value}" },
  "<": { "zh-CN": "低于{value}", en: "less than {value}" },
  "<=": { "zh-CN": "{value}以内", en: "at most {value}" },
  "~": { "zh-CN": "{value}左右", en: "about {value}" },
  range: { "zh-CN": "{value}至{most}", en: "{value} to {most}" },
});

const periods = texts({
  year: { "zh-CN": "{year}年", en: "{year}" },
  years: { "zh-CN": "{year}—{last}年", en: "{year}–{last}" },
  half1: { "zh-CN": "{year}年上半年", en: "the first half of {year}" },
  half2: { "zh-CN": "{year}年下半年", en: "the second half of {year}" },
  quarter: { "zh-CN": "{year}年第{n}季度", en: "quarter {n} of {year}" },
  month: { "zh-CN": "{year}年{n}月", en: "month {n} of {year}" },
  months: { "zh-CN": "{year}年{n}—{last}月", en: "months {n} to {last} of {year}" },
  none: { "zh-CN": "规划期", en: "the plan's time" },
});

export type Values = Readonly<Record<string, Said | string | number>>;

const both = (make: (lang: (typeof languages)[number]) => string): Said => ({ "zh-CN": make("zh-CN"), en: make("en") });

/** Fills a sentence in both languages at once. */
export const tell = (said: Said, values: Values): Said =>
  both((lang) => fill(said[lang], Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === "object" ? value[lang] : value]))));

export function sayPeriod(code: string | null): Said {
  const period = code === null ? undefined : readPeriod(code);
  if (period === undefined) return periods.none;
  const values = { year: period.start.slice(0, 4), n: Number(period.start.slice(5, 7)), last: period.kind === "years" ? period.end.slice(0, 4) : Number(period.end.slice(5, 7)) };
  if (period.kind === "half") return tell(values.n === 1 ? periods.half1 : periods.half2, values);
  if (period.kind === "quarter") return tell(periods.quarter, { ...values, n: (values.n + 2) / 3 });
  return tell(periods[period.kind], values);
}

const shown_decimals = 4;

const near = /^[%‰℃]/;
const han = /^\p{Script=Han}/u;

/** A computed figure for a sentence, with its unit: Chinese writes none of the spaces that English does. */
export function sayFigure(value: Fraction, unit: string): Said {
  const digits = toDecimal(value, shown_decimals);
  const spaced = `${digits} ${unit}`.trimEnd();
  return { "zh-CN": near.test(unit) || han.test(unit) ? `${digits}${unit}` : spaced, en: near.test(unit) ? `${digits}${unit}` : spaced };
}

export const sayPercent = (ratio: Fraction): string => `${toDecimal({ n: ratio.n * 100n, d: ratio.d }, 0)}%`;

export const sayKind = (observation: Observation): Said => observationStatusNames[observation.status];

/** A figure that may be a bound: 超过 10 万元. */
export const sayBound = (value: Fraction, bound: string, unit: string): Said =>
  tell(comparators[bound as keyof typeof comparators] ?? comparators["="], { value: sayFigure(value, unit) });

export const sayTarget = (comparator: string | null, value: Fraction, most: Fraction | undefined, unit: string): Said =>
  tell(comparators[(comparator ?? "=") as keyof typeof comparators] ?? comparators["="], { value: sayFigure(value, unit), most: most === undefined ? "" : sayFigure(most, unit) });

const size = (gap: Fraction): Fraction => ({ n: gap.n < 0n ? -gap.n : gap.n, d: gap.d });

/** How far the figure is from what is required, told by which side is better. */
export function sayGap(gap: Fraction, direction: "up" | "down", unit: string): Said {
  if (gap.n === 0n) return words.even;
  const good = gap.n > 0n === (direction === "up");
  const said = good ? words.better : direction === "up" ? words.short : words.over;
  return tell(said, { gap: sayFigure(size(gap), unit) });
}

/** What a figure means for the target. */
export function sayCompared(reached: boolean | undefined, gap: Fraction, exact: boolean, unit: string): Said {
  if (reached === undefined) return words.open;
  if (reached) return words.reaches;
  return exact && gap.n !== 0n ? tell(gap.n < 0n ? words.below : words.above, { gap: sayFigure(size(gap), unit) }) : words.misses;
}

/** Whom or where the plan limits it to. */
export const sayScoped = (name: Said, scope: string): Said => (scope === "" ? name : { "zh-CN": `${scope}${name["zh-CN"]}`, en: `${name.en} (${scope})` });

/** A name in the middle of an English sentence; PM2.5 and GDP stay as they are. */
export const sayName = (name: Said): Said => ({ "zh-CN": name["zh-CN"], en: /^[A-Z][a-z]/.test(name.en) ? `${name.en.charAt(0).toLowerCase()}${name.en.slice(1)}` : name.en });

/** A whole sentence begins with a capital. */
export const sentenceOf = (said: Said): Said => ({ "zh-CN": said["zh-CN"], en: `${said.en.charAt(0).toUpperCase()}${said.en.slice(1)}` });

/** What is wrong with a table of series. */
export const seriesText = texts({
  number: { "zh-CN": "“{value}”不是数", en: "“{value}” is no number" },
  period: { "zh-CN": "“{value}”不是时期（应如 2015、2015-06）", en: "“{value}” is no period (such as 2015, 2015-06)" },
  direction: { "zh-CN": "方向应为 up（1，越多越好）或 down（-1，越少越好），不是“{value}”", en: "the direction is up (1, the more the better) or down (-1), not “{value}”" },
  id: { "zh-CN": "没有 id", en: "there is no id" },
  twice: { "zh-CN": "id {value} 出现不止一次", en: "the id {value} stands more than once" },
  refused: { "zh-CN": "{name}：{count} 处不对，没有计算", en: "{name}: {count} things wrong, nothing was computed" },
});
