import { squeeze } from "./words.ts";
import type { Field } from "./table.ts";

/** What offices write over the columns, as data: the first row that fits counts. A column may be renamed, moved or added. */

/** Columns that are not of the table: what an office says beside it. */
export const SAID = "said";
export const REASON = "reason";
export const IDENTITY = "id";
/** Bears the header of identities, and none of them: whatever stands there is nobody's opinion. */
export const IGNORED = "ignored";

const names: readonly (readonly [Field, RegExp])[] = [
  [IDENTITY, /^行?标识|^identity$|^id$/],
  [REASON, /^(?:修改|调整|意见)?(?:理由|依据|原因)(?:和依据|及依据|说明)?$|^修改说明$/],
  [SAID, /^(?:修改|反馈|调整|单位|部门|具体)*(?:意见|建议|意见建议|意见和建议|意见及建议)(?:内容)?$/],
  ["number", /^(?:序号|编号|序|号|no。?)$/],
  ["chapter", /^(?:所属|所在|纲要|规划)?(?:篇章|章节|篇|章|板块|领域|类别|章节名称)$/],
  ["quote", /原文|^(?:规划|纲要|报告|文件)(?:表述|内容|条文)$/],
  ["attribute", /^(?:指标)?(?:属性|性质)$/],
  ["leader", /(?:分管|责任|牵头|包抓|市)领导|分管(?:负责人|岗位|市长|副市长)|领导(?:岗位)?$|责任人$/],
  ["lead", /牵头|主办|第一责任|主责/],
  ["with", /(?:责任|配合|协办|参与|参加|协同|协作|承办|会办|落实)(?:责任)?(?:单位|部门|科室|处室)|^(?:责任|配合|协办)(?:单位|部门)?$/],
  ["deadline", /时限|(?:完成|截止|办结|实施)(?:时间|日期|期限)|时间(?:节点|要求|安排|进度)?$|^(?:期限|进度要求|截止)$/],
  ["note", /^(?:备注|附注|注|说明|备注说明)$/],
  ["subject", /指标.*任务|任务.*指标|^(?:主要|重点|工作|目标|具体|规划|重大)*(?:任务|指标|举措|事项|措施)(?:名称|内容|事项|举措)?$/],
  ["total", /^(?:五年|规划期?|总体?|全年|终期|目标值?|期末|累计|\d{4}年规划)+(?:目标|任务|指标)?(?:值|数)?$|^(?:十[三四五六]五)(?:规划)?目标值?$/],
];

/** The field of a column, by the words over it; `times` are the fields of years or quarters that the table has. */
export function fieldOf(label: string, times: readonly Field[]): Field | undefined {
  const plain = squeeze(label).replace(/\(.*?\)|\[.*?\]|[，。/*|\\]/g, "");
  if (plain === "" || plain.length > 16) return undefined;
  const year = /^(20\d{2})年?(?:度)?(?:目标|任务|计划|进度)?(?:值|数)?$/.exec(plain)?.[1];
  if (year !== undefined && times.includes(`y${year}`)) return `y${year}`;
  const quarter = /^第?([一二三四1-4])季度?(?:目标|任务|进度|计划)?$|^q([1-4])$/.exec(plain);
  if (quarter !== null) {
    const number = quarter[2] ?? String("一二三四".indexOf(quarter[1] ?? "") + 1 || Number(quarter[1]));
    if (times.includes(`q${number}`)) return `q${number}`;
  }
  return names.find(([, form]) => form.test(plain))?.[0];
}
