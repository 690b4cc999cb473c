import { texts } from "../../../base/text/text.ts";

/** Why a file is refused, and what a merge tells beside the opinions. */
export const text = texts({
  damaged: { "zh-CN": "{name} 已损坏，或不是 Excel 工作簿（.xlsx）", en: "{name} is damaged or no Excel workbook (.xlsx)" },
  tooLarge: { "zh-CN": "{name} 展开后超过 {limit} MB，没有打开", en: "{name} would unpack to more than {limit} MB and was not opened" },
  fileTooLarge: { "zh-CN": "{name} 超过 {limit} MB", en: "{name} is larger than {limit} MB" },
  tooManyRows: { "zh-CN": "{name} 超过 {limit} 行", en: "{name} has more than {limit} rows" },
  tooManyCells: { "zh-CN": "{name} 的单元格太多（超过 {limit} 个），请删去表外的内容后再交", en: "{name} holds too many cells (more than {limit}); take out what is not of the table and send it again" },
  encrypted: { "zh-CN": "{name} 设有打开密码，请去掉密码后再交", en: "{name} is protected by a password; take the password off and send it again" },
  oldFormat: { "zh-CN": "{name} 是旧格式（.xls 或 .et），请另存为 .xlsx 后再交", en: "{name} is of the old format (.xls or .et); save it as .xlsx and send it again" },
  otherFormat: { "zh-CN": "{name} 不是 .xlsx 或 .csv 文件", en: "{name} is no .xlsx or .csv file" },
  notText: { "zh-CN": "{name} 的编码认不出来（可用 UTF-8、GB18030）", en: "The encoding of {name} is not recognised (UTF-8 and GB18030 are)" },
  noTable: { "zh-CN": "{name} 里没有找到任务分解表的表头（至少要有原文或指标/任务一栏）", en: "{name} has no header of a decomposition table (it needs at least the column 原文 or 指标/任务)" },
  notSent: { "zh-CN": "{name} 不是本系统发出的任务分解表：缺少说明表，不能作为合并的底稿", en: "{name} is no table sent by Gangju: its hidden sheet is missing, so returns cannot be merged into it" },
  otherTable: { "zh-CN": "{name} 出自另一份任务分解表（文档或版本不同）", en: "{name} comes from another table (of another document or version)" },
  tooDifferent: { "zh-CN": "{name} 的各行与发出的任务分解表对不上，不像是它的反馈", en: "The rows of {name} are not those of the table sent; it does not look like a return of it" },
  noOpinions: { "zh-CN": "{name} 不是意见汇总表", en: "{name} is no table of opinions" },
  undecided: { "zh-CN": "还有 {count} 条意见没有处理完，不能进入下一稿", en: "{count} opinions are not decided yet; the table cannot move on" },
  undecidedOne: { "zh-CN": "{body}对第 {number} 行{field}的意见没有填写采纳情况", en: "the opinion of {body} on {field} of row {number} has no decision" },
  outcomeUnknown: { "zh-CN": "采纳情况应为 采纳、部分采纳 或 不采纳，不是“{value}”", en: "the decision must be 采纳, 部分采纳 or 不采纳, not “{value}”" },
  wrongDecisions: { "zh-CN": "{name} 里有 {count} 处采纳情况不对", en: "{count} decisions in {name} cannot stand" },
  reasonNeeded: { "zh-CN": "部分采纳或不采纳必须写明理由", en: "what is adopted in part or not must have its reason" },
  resultNeeded: { "zh-CN": "部分采纳要在“采纳后内容”里写明改成什么", en: "what is adopted in part must say under 采纳后内容 what it becomes" },
  conflict: { "zh-CN": "第 {number} 行{field}采纳了两种不同的内容：“{one}”（{first}）和“{other}”（{second}）", en: "row {number}, {field}: two different contents are adopted, “{one}” ({first}) and “{other}” ({second})" },
  conflicts: { "zh-CN": "采纳的意见互相矛盾，请只采纳其一", en: "The adopted opinions contradict each other; adopt one of them" },
  dropConflict: { "zh-CN": "第 {number} 行既采纳了删除（{first}），又采纳了修改（{second}）", en: "row {number} is both dropped ({first}) and changed ({second})" },
  backwards: { "zh-CN": "{from}之后不能再出{to}", en: "{to} cannot follow {from}" },
  numberNeeded: { "zh-CN": "印发稿要有文号和印发日期", en: "An issued table needs its document number and date" },
  wrongDay: { "zh-CN": "{value} 不是日期（应如 2026-03-01）", en: "{value} is no date (such as 2026-03-01)" },
  noDecomposition: { "zh-CN": "还没有任务分解表", en: "There is no decomposition table yet" },
  opinion: { "zh-CN": "意见", en: "opinion" },
  table: { "zh-CN": "任务分解表", en: "decomposition table" },
  notBase64: { "zh-CN": "{name} 的内容不是 base64", en: "The content of {name} is not base64" },
  sameReturn: { "zh-CN": "{name} 已经收过（内容相同）", en: "{name} was received before (the same content)" },
  issuedAlready: { "zh-CN": "任务分解表已经印发，不能再收意见", en: "The table is issued; no more opinions can be received" },
  decisionPassed: { "zh-CN": "这条意见所在的一稿已经定稿，不能再改", en: "The stage this opinion belongs to is closed; it cannot be decided anew" },
});

/** What is told of a returned file beside its opinions. */
export const notices = texts({
  ambiguous: { "zh-CN": "这一行像原表的第 {numbers} 行，认不准是哪一行，请人工核对", en: "this row is like rows {numbers} of the table sent; which of them is not certain, please check" },
  twice: { "zh-CN": "原表第 {number} 行在这里出现了 {count} 次，认不准哪一次是原行，请人工核对", en: "row {number} of the table sent stands here {count} times; which one is the row itself is not certain, please check" },
  "identity-moved": { "zh-CN": "行标识与这一行的内容不符（原表第 {number} 行），按内容对应", en: "the identity is not that of this row's words (row {number} of the table sent); matched by its words" },
  "no-identity": { "zh-CN": "行标识一栏已被删除，按原文和指标对应", en: "the column of identities was deleted; rows are matched by their words" },
  "column-missing": { "zh-CN": "缺少“{label}”一栏，这一栏不作比较", en: "the column {label} is missing and was not compared" },
  "column-extra": { "zh-CN": "多出“{label}”一栏，其内容作为备注意见", en: "the added column {label} is taken as remarks" },
  "column-twice": { "zh-CN": "“{label}”一栏出现两次，只读第一次", en: "the column {label} stands twice; the first one is read" },
  partial: { "zh-CN": "只交回了 {found} 行（共 {all} 行），没有交回的行不作为删除建议", en: "only {found} of {all} rows were returned; rows not returned are not taken as proposals to drop" },
  "merged-across": { "zh-CN": "这里横向合并了几栏，被并入的各栏按未改处理，请核对", en: "columns were merged here; those that went under are taken as unchanged, please check" },
  "cell-error": { "zh-CN": "单元格是错误值 {value}，按未改处理", en: "the cell holds the error {value}; taken as unchanged" },
  "other-sheet": { "zh-CN": "另一张工作表“{sheet}”也像任务分解表，没有读取", en: "another sheet, {sheet}, looks like the table too and was not read" },
  footnote: { "zh-CN": "表外文字：{words}", en: "words outside the table: {words}" },
  "no-opinions": { "zh-CN": "没有修改意见", en: "no changes proposed" },
});
export type NoticeKind = keyof typeof notices;

export const summaries = texts({
  list: { "zh-CN": "任务分解表历次稿", en: "Stages of the decomposition table" },
  table: { "zh-CN": "一稿任务分解表", en: "One stage of the decomposition table" },
  draw: { "zh-CN": "由规划编出任务分解表（征求意见稿）", en: "Make the decomposition table from the plan (for comment)" },
  file: { "zh-CN": "下载：任务分解表或意见采纳情况表", en: "Download: the table, or the table of opinions" },
  returns: { "zh-CN": "收到的反馈文件", en: "Returned files" },
  receive: { "zh-CN": "收下反馈文件", en: "Receive returned files" },
  opinions: { "zh-CN": "意见", en: "Opinions" },
  decide: { "zh-CN": "决定一条意见", en: "Decide an opinion" },
  advance: { "zh-CN": "进入下一稿；印发时下达责任分工", en: "Move on to the next stage; issuing issues the duties" },
});
