import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { type Opinion, readReturn } from "./merge.ts";
import { columnsOf, type DecompositionTable, type Field, renumber } from "./table.ts";

/** Sixty returned files with known edits of every kind: all are found, none is invented. */

const dice = (seed: number) => {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (most: number): number => Math.floor(next() * most);
  const pick = <T>(all: readonly T[]): T => {
    const one = all[below(all.length)];
    if (one === undefined) throw new Error("nothing to pick from");
    return one;
  };
  return { below, pick, chance: (share: number): boolean => next() < share };
};
type Dice = ReturnType<typeof dice>;

/** A row of the file that is made: what stands in each column and how it is written. */
interface Made {
  id: string;
  cells: Record<Field, string>;
  style: Record<Field, "rich" | "strike" | "formula" | "date" | "struck">;
  comments: Record<Field, string>;
  extra: { reason?: string; said?: string; contact?: string };
  edited: boolean;
}
interface File {
  rows: Made[];
  expected: string[];
  identity: boolean;
  columns: Field[];
  labels: Record<Field, string>;
  extras: ("reason" | "said" | "contact")[];
  /** Vertical merges, as pairs of row indexes and a field. */
  merges: { from: number; to: number; field: Field }[];
  csv: boolean;
}

const line = (kind: string, row: string | null, field: string | null, proposed: string, reason: string): string => [kind, row ?? "", field ?? "", proposed, reason].join(" | ");
const added = (cells: Readonly<Record<string, string>>, reason: string): string => line("add", null, null, JSON.stringify(Object.entries(cells).filter(([field, words]) => field !== "number" && words !== "").sort()), reason);
const said = (one: Opinion): string => (one.kind === "add" ? added(one.cells ?? {}, one.reason) : line(one.kind, one.row, one.field, one.proposed, one.reason));

const bodies = ["市甲示例局", "市乙示例局", "市丙示例委", "示例区人民政府"];
const changes: Record<string, (words: string, dice: Dice) => string> = {
  quote: (words, { pick }) => `${words}${pick(["，并形成长效机制", "，力争走在前列", "（含示范点建设）"])}`,
  subject: (words, { pick }) => `${pick(["全面", "分步", "试点"])}${words}`,
  attribute: (words) => (words === "约束性" ? "预期性" : "约束性"),
  total: (_, { below }) => String(below(9000) + 11),
  y2022: (_, { below }) => String(below(9000) + 11),
  y2024: (_, { below }) => `${below(900) + 11}.5`,
  lead: (words, { pick }) => pick(bodies.filter((body) => !words.startsWith(body))),
  with: (_, { pick }) => `${pick(bodies)}、市丁示例局`,
  leader: (_, { pick }) => pick(["分管副市长", "常务副市长"]),
  deadline: (_, { below }) => `2024-${String(below(9) + 1).padStart(2, "0")}-1${below(9)}`,
  note: (_, { below }) => `请核对口径${below(90)}`,
};

const full = (words: string): string => words.replace(/[0-9A-Za-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
/** Ways of writing the same: no edit. */
const noises: ((words: string, field: Field) => string)[] = [
  (words) => full(words),
  (words) => words.replaceAll("，", ", ").replaceAll("、", "，"),
  (words) => ` ${words}\n`,
  (words) => words.replace(/^(.{2})/, "$1 \u3000"),
  (words) => words.replaceAll("（", "(").replaceAll("）", ")").replaceAll("“", "\"").replaceAll("”", "\""),
  (words, field) => (/^(?:total|y\d+)$/.test(field) && /^\d+$/.test(words) ? Number(words).toLocaleString("en") : words),
  (words, field) => (field === "quote" ? words.replace(/。$/, "") : words),
  (words, field) => (field === "deadline" ? words.replace(/^(\d{4})年$/, "$1") : words),
  (words) => words.normalize("NFKC"),
];

const renamed: Record<Field, readonly string[]> = {
  number: ["序号", "编号"], quote: ["规划原文", "原文表述", "原文内容"], subject: ["目标任务", "工作任务", "指标（任务）名称"], lead: ["牵头部门", "牵头责任单位", "主办单位"],
  with: ["责任部门", "配合单位", "协办单位"], deadline: ["完成时限", "完成时间", "时间节点"], note: ["备注", "附注"], leader: ["分管领导", "责任领导"], total: ["规划目标", "目标值"], attribute: ["指标属性"], chapter: ["所属篇章", "章节"],
};

function startFile(sent: DecompositionTable, dice: Dice, index: number): File {
  const columns = columnsOf(sent.span);
  const labels = Object.fromEntries(columns.map(({ field, label }) => [field, dice.chance(0.4) && renamed[field] !== undefined ? dice.pick(renamed[field]) : label]));
  const order = columns.map(({ field }) => field);
  if (dice.chance(0.3)) order.splice(dice.below(order.length), 0, ...order.splice(dice.below(order.length), 1));
  const made = (row: DecompositionTable["rows"][number]): Made => ({ id: row.id, cells: { ...row.cells }, style: {}, comments: {}, extra: {}, edited: false });
  const extras = (["reason", "said", "contact"] as const).filter(() => dice.chance(0.35));
  return { rows: sent.rows.map(made), expected: [], identity: index % 4 !== 3, columns: order, labels, extras, merges: [], csv: index % 12 === 7 };
}

function editCells(file: File, dice: Dice): void {
  for (let times = dice.below(14) + 2; times > 0; times--) {
    const row = dice.pick(file.rows);
    if (row.edited) continue;
    const field = dice.pick(Object.keys(changes));
    const before = row.cells[field] ?? "";
    const proposed = changes[field]?.(before, dice) ?? "";
    if (proposed === before || !file.columns.includes(field)) continue;
    row.edited = true;
    row.cells[field] = proposed;
    if (!file.csv && dice.chance(0.4)) row.style[field] = field === "deadline" ? "date" : dice.pick(["rich", "strike", "formula"]);
    if (field === "deadline" && row.style[field] === undefined && dice.chance(0.5)) row.cells[field] = proposed.replace(/^(\d+)-0?(\d+)-(\d+)$/, "$1年$2月$3日");
    let reason = "";
    if (file.extras.includes("reason") && dice.chance(0.5)) reason = row.extra.reason = "与上级规划一致";
    else if (!file.csv && dice.chance(0.4)) reason = row.comments[field] = "按部门职责调整";
    file.expected.push(line(field === "note" ? "remark" : "change", row.id, field, row.cells[field], reason));
  }
}

function addRemarks(file: File, dice: Dice): void {
  const free = file.rows.filter((row) => !row.edited);
  if (!file.csv && dice.chance(0.5)) {
    const row = dice.pick(free);
    row.edited = true;
    row.comments["lead"] = "请再征求下级意见";
    file.expected.push(line("remark", row.id, "lead", "请再征求下级意见", ""));
  }
  for (const extra of file.extras) {
    const row = dice.pick(file.rows.filter((one) => !one.edited));
    row.edited = true;
    if (extra === "reason") file.expected.push(line("remark", row.id, null, (row.extra.reason = "建议与专项规划衔接"), ""));
    else if (extra === "said") file.expected.push(line("remark", row.id, null, (row.extra.said = "建议提高目标"), ""));
    else file.expected.push(line("remark", row.id, null, `经办科室：${(row.extra.contact = "示例科")}`, ""));
  }
}

function changeRows(file: File, dice: Dice, index: number): void {
  for (let times = dice.below(3); times > 0; times--) {
    const at = dice.below(file.rows.length);
    const row = file.rows[at];
    if (row === undefined || row.edited) continue;
    if (!file.csv && dice.chance(0.3)) {
      row.edited = true;
      for (const field of file.columns) row.style[field] = "struck";
    } else file.rows.splice(at, 1);
    file.expected.push(line("drop", row.id, null, "", ""));
  }
  for (let times = dice.below(3); times > 0; times--) {
    const source = dice.pick(file.rows.filter((row) => !row.edited));
    const isCopy = file.identity && !file.csv && dice.chance(0.4);
    source.edited ||= isCopy;
    const cells: Record<string, string> = isCopy
      ? { ...source.cells, lead: "示例新区管委会" }
      : { quote: `新列入第${index}-${times}号示例工作安排`, subject: `完成${dice.pick(["河道", "校舍", "车站"])}示例${index}-${times}号整修`, lead: dice.pick(bodies), deadline: "2023年" };
    file.rows.splice(dice.below(file.rows.length), 0, { id: isCopy ? source.id : "", cells, style: {}, comments: {}, extra: {}, edited: true });
    file.expected.push(added(Object.fromEntries(Object.entries(cells).filter(([field]) => file.columns.includes(field))), ""));
  }
  if (dice.chance(0.3)) file.rows.sort((a, b) => ((a.cells["subject"] ?? "") < (b.cells["subject"] ?? "") ? -1 : 1));
  else if (dice.chance(0.4)) file.rows.splice(dice.below(file.rows.length), 0, ...file.rows.splice(dice.below(file.rows.length), 3));
}

/** Cells merged downwards: those below then say what the first says. */
function mergeCells(file: File, dice: Dice): void {
  if (file.csv) return;
  for (let times = dice.below(3); times > 0; times--) {
    const from = dice.below(file.rows.length - 1);
    const field = dice.pick(["chapter", "lead", "leader"]);
    const [upper, lower] = [file.rows[from], file.rows[from + 1]];
    if (upper === undefined || lower === undefined || upper.edited || lower.edited || !file.columns.includes(field)) continue;
    if (file.merges.some((other) => other.field === field && Math.abs(other.from - from) < 2)) continue;
    if (field !== "chapter") upper.edited = lower.edited = true;
    const words = upper.cells[field] ?? "";
    if ((lower.cells[field] ?? "") !== words) {
      if (field === "chapter") continue;
      // The mark of a suggestion is no part of the name.
      if ((lower.cells[field] ?? "").replace("（建议）", "") !== words.replace("（建议）", "")) file.expected.push(line("change", lower.id, field, words, ""));
      lower.cells[field] = words;
    }
    file.merges.push({ from, to: from + 1, field });
  }
}

function makeNoise(file: File, dice: Dice): void {
  for (const row of file.rows) {
    if (row.edited || !dice.chance(0.3)) continue;
    const field = dice.pick(file.columns.filter((one) => (row.cells[one] ?? "") !== "" && one !== "number" && !file.merges.some((merge) => merge.field === one)));
    row.cells[field] = dice.pick(noises)(row.cells[field] ?? "", field);
    if (!file.csv && dice.chance(0.3)) row.style[field] = dice.pick(["rich", "formula"]);
  }
}

function valueOf(words: string, style: Made["style"][string] | undefined, before: string): ExcelJS.CellValue {
  if (style === "rich") return { richText: [{ text: words.slice(0, 2) }, { font: { bold: true }, text: words.slice(2) }] };
  if (style === "strike") return { richText: [{ font: { strike: true }, text: before || "旧内容" }, { text: words }] };
  if (style === "formula") return { formula: "A1&B1", result: words };
  if (style === "date") return new Date(`${words}T00:00:00Z`);
  return /^-?\d+(?:\.\d+)?$/.test(words) ? Number(words) : words;
}

const extraLabels = { reason: "修改理由", said: "修改意见", contact: "经办科室" } as const;

/** Headers in one row; or years in a row of their own under their group, the others merged over both rows or not. */
function writeHeads(sheet: ExcelJS.Worksheet, heads: readonly string[], columns: readonly Field[], { chance }: Dice): boolean {
  const isTime = heads.map((_, at) => /^y\d/.test(columns[at] ?? ""));
  if (chance(0.5)) {
    sheet.addRow(heads);
    return false;
  }
  const upper = sheet.addRow(heads.map((head, at) => (isTime[at] ? "年度目标" : head)));
  sheet.addRow(heads.map((head, at) => (isTime[at] ? head : null)));
  if (chance(0.5)) heads.forEach((_, at) => isTime[at] || sheet.mergeCells(upper.number, at + 1, upper.number + 1, at + 1));
  return true;
}

async function write(file: File, sent: DecompositionTable, dice: Dice, body: string): Promise<{ bytes: Uint8Array; name: string }> {
  const heads = [...file.columns.map((field) => file.labels[field] ?? field), ...file.extras.map((extra) => extraLabels[extra]), ...(file.identity ? ["行标识"] : [])];
  const rowOf = (row: Made): string[] => [...file.columns.map((field) => row.cells[field] ?? ""), ...file.extras.map((extra) => row.extra[extra] ?? ""), ...(file.identity ? [row.id] : [])];
  const top = [[`${sent.title}任务分解表`], ...(dice.chance(0.5) ? [["（请于月底前反馈）"]] : []), [`填报单位：${body}`], []];
  if (file.csv) {
    const quoted = (words: string): string => `"${words.replaceAll('"', '""')}"`;
    const lines = [...top, heads, ...file.rows.map(rowOf)].map((cells) => cells.map(quoted).join(","));
    return { bytes: new TextEncoder().encode(`\ufeff${lines.join("\r\n")}`), name: "return.csv" };
  }
  const book = new ExcelJS.Workbook();
  book.addWorksheet("说明").getCell(1, 1).value = "填表说明";
  const sheet = book.addWorksheet(dice.pick(["任务分解表", "Sheet1", "反馈"]), dice.chance(0.3) ? { views: [{ state: "frozen", ySplit: 4 }] } : {});
  for (const words of top) sheet.addRow(words);
  const isTwofold = writeHeads(sheet, heads, file.columns, dice);
  const first = top.length + (isTwofold ? 3 : 2);
  const before = new Map(sent.rows.map((row) => [row.id, row.cells]));
  file.rows.forEach((row, index) => {
    const made = sheet.addRow(rowOf(row).map((words, at) => (at < file.columns.length ? null : words)));
    file.columns.forEach((field, at) => {
      const cell = made.getCell(at + 1);
      const style = row.style[field];
      cell.value = valueOf(row.cells[field] ?? "", style, before.get(row.id)?.[field] ?? "");
      if (style === "struck") cell.font = { strike: true };
      const comment = row.comments[field];
      if (comment !== undefined) cell.note = dice.chance(0.5) ? `示例科：\n${comment}` : comment;
    });
    if (dice.chance(0.02)) sheet.getRow(first + index).hidden = true;
  });
  for (const { from, to, field } of file.merges) {
    const column = file.columns.indexOf(field) + 1;
    sheet.mergeCells(first + from, column, first + to, column);
  }
  sheet.autoFilter = { from: { row: first - 1, column: 1 }, to: { row: first + 5, column: heads.length } };
  return { bytes: new Uint8Array(await book.xlsx.writeBuffer()), name: "return.xlsx" };
}

/** A table of 170 rows as a plan gives them: long paragraphs, several targets of one sentence, one subject in two chapters. */
function example(): DecompositionTable {
  const { pick, below } = dice(7);
  const things = ["农村公路", "中小学校舍", "社区卫生站", "河道堤防", "工业园区", "老旧小区", "数据平台", "冷链仓储", "森林步道", "养老床位", "技工学校", "港口泊位", "充电设施", "供水管网", "文化礼堂", "种业基地", "旅游集散点"];
  const verbs = ["新建", "改造提升", "规范管理", "扩大开放", "完善运营"];
  const aims = ["方便群众出行", "补齐公共服务短板", "降低企业成本", "守住安全底线", "带动周边就业", "提高使用效率"];
  const rows: DecompositionTable["rows"][number][] = [];
  for (const [chapter, verb] of verbs.entries()) {
    for (const [index, thing] of things.entries()) {
      const count = below(900) + 20;
      const quote = `${verb}${thing}，${pick(aims)}，到2025年在第${chapter + 1}类地区${verb}${thing}${count}处、服务人口${count * 3}万人，${pick(aims)}。`;
      const common = { chapter: `第${chapter + 1}章 ${verb}`, quote, lead: pick([...bodies, "市甲示例局（建议）"]), with: `${pick(bodies)}、${pick(["各县（市、区）人民政府", "市戊示例局"])}`, deadline: "2025年" };
      if (index % 3 === 0) rows.push({ id: `k${chapter}${index}abcdefghij`, kind: "task", cells: { ...common, subject: `${verb}${thing}` } });
      rows.push({ id: `t${chapter}${index}abcdefghij`, kind: "target", cells: { ...common, subject: `${thing}（处）`, attribute: index % 2 ? "约束性" : "预期性", total: String(count), y2025: String(count) } });
      if (index % 3 !== 0) rows.push({ id: `u${chapter}${index}abcdefghij`, kind: "target", cells: { ...common, subject: `${thing}服务人口（万人）`, total: `≥${count * 3}` } });
    }
  }
  return { title: "示例市规划", span: [2021, 2025], stage: "consultation", documentNumber: null, issuedOn: null, sha256: "0".repeat(64), version: 1, remark: "", rows: renumber(rows) };
}

const sent = example();

test("sixty returns with known edits: all edits found, none invented, nothing told as doubtful", async () => {
  let edits = 0;
  for (let index = 0; index < 60; index++) {
    const rolled = dice(1000 + index);
    const file = startFile(sent, rolled, index);
    editCells(file, rolled);
    addRemarks(file, rolled);
    changeRows(file, rolled, index);
    mergeCells(file, rolled);
    makeNoise(file, rolled);
    const body = `第${index + 1}示例单位`;
    const { bytes, name } = await write(file, sent, rolled, body);
    const found = await readReturn(sent, bytes, name);
    expect(found.body).toBe(body);
    expect(found.opinions.map(said).sort(), `return ${index}`).toEqual(file.expected.sort());
    expect(found.notices.filter((notice) => ["ambiguous", "twice", "identity-moved", "partial"].includes(notice.kind)), `return ${index}`).toEqual([]);
    edits += file.expected.length;
  }
  expect(edits).toBeGreaterThan(500);
}, 180_000);
