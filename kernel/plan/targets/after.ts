import type { Amount } from "./amounts.ts";
import { deliver } from "./words.ts";

/** What stands after a number: the noun it counts, or the end of its clause. */
export interface After {
  /** Noun right after the unit, "" at the end of a clause or list item. */
  noun: string;
  /** The words of the clause behind the noun. */
  rest: string;
  /** The words go on after 以上 with a noun: 600米以上绿色基地, 亿元以上项目. */
  qualifies: boolean;
  /** 的 joins the noun to the number: 超1000万元的企业. */
  of: boolean;
  /** The noun is followed by a verb of delivery (对98家单位开展现场评价). */
  verbAfter: boolean;
  /** The noun gets somewhere: 20%以上的面积达到要求. */
  gets: boolean;
  /** 全部, 均, 都 after the noun: the whole number is to get there. */
  whole: boolean;
}

const ENDS = /^(?:$|[,;。!?:、()"”』」])/;
/** Words that end a clause as well as a comma does. */
const LINK = /^(?:和|及|与|以及|并|且|或|而|,|、|其中|力争|争取|增长|下降|比上年|较上年|同比|的?(?:宏伟|战略|奋斗|总体?|预期|既定)?目标|的?任务|的规模|的?水平|的?速度|的?幅度|的?要求|的比例|的?标准(?!化|厂房)|台阶|大关|关口|为目标|到位|之列|实现|安排|支持|用于|推动|促进|带动|扶持|时)/;
const STOP = /[,;。!?:、()"”]|(?:到(?!位)|开展|实施|进行|用于|达到|实现|完成|全部|均(?!衡)|并|以及|和(?!谐|美|睦)|(?<!普)及(?!其)|建成|推广|参与|列入|纳入|入选|创建|投入|投向|落户|开工|投产|通过|成为|增长)/;

/** 建设100个“一刻钟”便民生活圈: a quotation that a noun follows, or that ends the clause, is part of the noun. */
const named = (tail: string): string => tail.replace(/^“[^”]{1,24}”/, (quote) => "ｘ".repeat(quote.length));

/** Reads on from the end of an amount; looks at most at 60 characters. */
export function readAfter(words: string, amount: Amount): After {
  const rest = words.slice(amount.groupEnd, amount.groupEnd + 60);
  const bracket = /^\([^()]{0,40}\)/.exec(rest)?.[0].length ?? 0;
  const next = rest.slice(bracket);
  const at = next.startsWith("的") && !/^的(?:(?:宏伟|战略|奋斗|总体?|预期|既定)?目标|任务|规模|水平|速度|幅度|要求|比例|标准)/.test(next) ? 1 : 0;
  if (ENDS.test(next) || LINK.test(next)) return { noun: "", rest: "", qualifies: false, of: false, gets: false, verbAfter: false, whole: false };
  const tail = next.slice(at);
  // 县(市、区): a bracket after the noun's first word belongs to the noun.
  const flat = named(tail).replace(/\([^()\d]{0,16}\)/g, (inner) => "ｘ".repeat(inner.length));
  const stop = STOP.exec(flat);
  const length = stop === null ? flat.length : stop.index;
  const noun = tail.slice(0, length);
  const remainder = tail.slice(length);
  deliver.lastIndex = 0;
  return {
    noun, rest: /^[^,;。]{0,24}/.exec(remainder)?.[0] ?? "", of: at === 1, gets: /^(?:达到|实现|完成|建成|通|用上|具备|普及|消除|享受|纳入|投向)/.test(remainder) || /.(?:普及|享受|用上|脱贫|通(?=[公电邮油水铁高客航车]))/.test(noun),
    qualifies: amount.comparator !== null && amount.comparator !== "range" && amount.comparator !== "~",
    verbAfter: /^(?:进行|开展|建成|实施|完成|创建|推进|实现)/.test(remainder),
    whole: /^(?:全部|均|都|全面)/.test(remainder) || /全覆盖$/.test(noun),
  };
}
