import { type HtmlNode, isBlock, wordsWithin } from "./html-tree.ts";

/** Which nodes of a page are the document and which are the site around it. Where in doubt, a node is the document. */

const CHROME_TAGS = new Set(["nav", "footer", "aside", "menu"]);
/** Names that editors give to what is no text of theirs. */
const CHROME_NAMES = /(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|crumbs?|sidebar|side|aside|footer?|foot|bottom|copyright|share|sharing|bdshare(?:buttonbox)?|social|related|recommend|comments?|toolbar|tools?|print|qr(?:code)?|ewm|weixin|weibo|location|position|dqwz|mbx|pagination|pages?|prevnext|search|login|banner|ads?|advert|hot|rank|friendlinks?|links?|skip|xgxw|xgwd|xglj|fx|fenxiang)(?:$|[\s_-]|\d)/i;
/** Containers that the usual site builders of Chinese offices give the text. */
const KNOWN = /^(?:UCAP-CONTENT|zoom|zoomcon|article|articleContent|article-content|ArticleContent|TRS_Editor|Custom_UnionStyle|view|pages_content|content|conN|text|wz_content|news_content|vsb_content|js_content|detail|xl_content|info_content)$/i;
const SITE_TABLE = /索\s*引\s*号|主题分类|信息分类|发文机关|发布机构/;
const SENTENCE_MARK = /[，。；：、]/g;

/** Characters but for spaces and the signs that stand between links. */
const lettersOf = (words: string): number => words.replace(/[\s|｜>»›·/-]+/g, "").length;

/** For every block: its own characters, how many of them stand in links, how many sentence marks it has. Lists of numbers, for pages of a million nodes. */
interface Own {
  characters: Int32Array;
  linked: Int32Array;
  marks: Int32Array;
}

const at = (list: Int32Array | Float64Array | Uint8Array, index: number): number => list[index] ?? 0;
const add = (list: Int32Array, index: number, count: number): void => {
  list[index] = at(list, index) + count;
};

function ownOf(nodes: readonly HtmlNode[]): { own: Own; links: Int32Array } {
  const own: Own = { characters: new Int32Array(nodes.length), linked: new Int32Array(nodes.length), marks: new Int32Array(nodes.length) };
  const links = new Int32Array(nodes.length + 1);
  const block = new Int32Array(nodes.length).fill(-1);
  const inLink = new Uint8Array(nodes.length);
  for (const [index, node] of nodes.entries()) {
    const linking = node.tag === "a" && leavesPage(node.attributes["href"] ?? "");
    links[index + 1] = (links[index] ?? 0) + (linking ? 1 : 0);
    block[index] = isBlock(node) || node.parent === -1 ? index : (block[node.parent] ?? -1);
    inLink[index] = linking || (inLink[node.parent] ?? 0) === 1 ? 1 : 0;
    const around = block[index] ?? -1;
    if (node.tag !== "" || around === -1) continue;
    const characters = lettersOf(node.words);
    add(own.characters, around, characters);
    if (inLink[index] === 1) add(own.linked, around, characters);
    add(own.marks, around, node.words.match(SENTENCE_MARK)?.length ?? 0);
  }
  return { own, links };
}

/** A link to another page; not a place in this one, nor a file that belongs to the document. */
const leavesPage = (href: string): boolean => href !== "" && !href.startsWith("#") && !/\.(?:docx?|wps|xlsx?|et|pdf|zip|rar|ofd)(?:$|[?#])/i.test(href);

/** Sums from the beginning: what stands inside a node is a difference of two. */
function sums(nodes: readonly HtmlNode[], of: (index: number) => number): Float64Array {
  const all = new Float64Array(nodes.length + 1);
  for (let index = 0; index < nodes.length; index++) all[index + 1] = (all[index] ?? 0) + of(index);
  return all;
}

const within = (all: Float64Array | Int32Array, node: HtmlNode, index: number): number => (all[node.after] ?? 0) - (all[index] ?? 0);

/** Words of running text: sentences that are mostly no links, and the cells of tables. */
const bodyWeight = (node: HtmlNode, own: Own, index: number): number => {
  const characters = at(own.characters, index);
  if (at(own.linked, index) * 2 > characters) return 0;
  if (node.tag === "td" || node.tag === "th") return characters;
  return at(own.marks, index) > 0 && characters >= 12 ? characters : 0;
};

const namesOf = (node: HtmlNode): string[] => `${node.attributes["id"] ?? ""} ${node.attributes["class"] ?? ""}`.split(/\s+/).filter(Boolean);

export interface MainText {
  /** 1 for every node that is part of the document. */
  kept: Uint8Array;
  /** Place of the element that holds the text. */
  main: number;
}

/** Share of the page's running text that an element must hold to be taken for all of it. */
const NEARLY_ALL = 0.93;
const KNOWN_ENOUGH = 0.7;

function findMain(nodes: readonly HtmlNode[], body: Float64Array): number {
  const total = body[nodes.length] ?? 0;
  if (total < 200) return -1;
  const known = nodes.findLastIndex((node, index) =>
    (node.tag === "article" || namesOf(node).some((name) => KNOWN.test(name))) && within(body, node, index) >= total * KNOWN_ENOUGH);
  let main = known;
  let from = known + 1;
  let to = known === -1 ? nodes.length : (nodes[known]?.after ?? 0);
  const all = known === -1 ? total : (body[to] ?? 0) - (body[known] ?? 0);
  for (let index = from; index < to; ) {
    const node = nodes[index];
    if (node === undefined) break;
    if (isBlock(node) && within(body, node, index) >= all * NEARLY_ALL && !/^(?:p|h[1-6]|tr|ol|ul)$/.test(node.tag)) {
      main = index;
      from = index + 1;
      to = node.after;
      index = from;
    } else index = node.tag === "" || isBlock(node) ? node.after : index + 1;
  }
  return main;
}

/** A table of data is never taken apart: its text begins at the table, not at a cell. */
function outOfTable(nodes: readonly HtmlNode[], main: number): number {
  const tag = nodes[main]?.tag ?? "";
  if (tag !== "tbody" && tag !== "thead" && tag !== "tr") return main;
  let at = main;
  while (at !== -1 && nodes[at]?.tag !== "table") at = nodes[at]?.parent ?? -1;
  return at === -1 ? main : at;
}

/** What stands inside each node, by kind, as sums from the beginning. */
interface Measures {
  own: Own;
  links: Int32Array;
  body: Float64Array;
  characters: Float64Array;
  linked: Float64Array;
  digits: Float64Array;
  tables: Float64Array;
  cells: Float64Array;
}

function measure(nodes: readonly HtmlNode[]): Measures {
  const { own, links } = ownOf(nodes);
  const one = (holds: (node: HtmlNode, index: number) => number): Float64Array =>
    sums(nodes, (index) => {
      const node = nodes[index];
      return node === undefined ? 0 : holds(node, index);
    });
  return {
    own, links,
    body: one((node, index) => bodyWeight(node, own, index)),
    characters: one((node) => lettersOf(node.words)),
    linked: one((_, index) => at(own.linked, index)),
    digits: one((node) => node.words.match(/\d/g)?.length ?? 0),
    tables: one((node) => (node.tag === "table" ? 1 : 0)),
    cells: one((node) => (node.tag === "td" ? 1 : 0)),
  };
}

/** The site around the text: by its tag, its name, or because it is little else than links. */
function isChrome(node: HtmlNode, index: number, all: Measures): boolean {
  if (!isBlock(node)) return false;
  const running = within(all.body, node, index);
  // What holds a good part of the text is no furniture, whatever it is called.
  if (running > Math.max(300, (all.body.at(-1) ?? 0) * 0.1)) return false;
  if (CHROME_TAGS.has(node.tag)) return true;
  const figures = within(all.cells, node, index) > 0 && within(all.digits, node, index) > 0;
  if (!figures && namesOf(node).some((name) => CHROME_NAMES.test(name))) return true;
  return within(all.links, node, index) >= 3 && within(all.linked, node, index) > within(all.characters, node, index) * 0.8 && running < 40;
}

/** Outside the main element: sentences, and tables of figures that are not the site's own. */
function keptOutside(nodes: readonly HtmlNode[], node: HtmlNode, index: number, all: Measures): boolean {
  if (node.tag === "table") {
    if (within(all.tables, node, index) > 1 || within(all.body, node, index) < 20 || within(all.digits, node, index) < 6) return false;
    return !SITE_TABLE.test(wordsWithin(nodes, index, node.after));
  }
  const characters = at(all.own.characters, index);
  return isBlock(node) && node.tag !== "td" && node.tag !== "th" && characters >= 40 && at(all.own.linked, index) * 3 < characters
    && at(all.own.marks, index) >= 2 && isLeaf(nodes, node, index) && wordsWithin(nodes, index, node.after).includes("。");
}

/** Marks the document's nodes: the element that holds the text, without the site inside it; and sentences and tables of figures elsewhere. */
export function findMainText(nodes: readonly HtmlNode[]): MainText {
  const all = measure(nodes);
  const main = outOfTable(nodes, findMain(nodes, all.body));
  const kept = new Uint8Array(nodes.length);
  const mainEnd = main === -1 ? nodes.length : (nodes[main]?.after ?? 0);
  for (let index = 0; index < nodes.length; ) {
    const node = nodes[index];
    if (node === undefined) break;
    const inMain = index >= main && index < mainEnd;
    const holdsMain = main !== -1 && index <= main && node.after >= mainEnd;
    if (!holdsMain && isChrome(node, index, all)) {
      index = node.after;
    } else if (inMain || holdsMain) {
      kept[index] = 1;
      index++;
    } else if (keptOutside(nodes, node, index, all)) {
      kept.fill(1, index, node.after);
      index = node.after;
    } else index++;
  }
  return { kept, main };
}

/** Holds no other block. */
function isLeaf(nodes: readonly HtmlNode[], node: HtmlNode, index: number): boolean {
  for (let inner = index + 1; inner < node.after; inner++) {
    const one = nodes[inner];
    if (one !== undefined && isBlock(one)) return false;
  }
  return true;
}

const LONGEST_TITLE = 90;
const TITLE_NAMES = /(?:^|[\s_-])(?:title|tit|bt|biaoti|articletitle|wztitle|con_title|content_title|main_title|headline)(?:$|[\s_-]|\d)/i;

/** Names of sites, which they print as headings of every page. */
export const SITE_NAME = /(?:网|网站|门户|平台|频道|人民政府|委员会|办公室|[厅局]|首页|公开|专栏)$/;

/** The heading that stands before the main element and outside it; null when there is none. */
export function titleOutside(nodes: readonly HtmlNode[], { kept, main }: MainText): number | null {
  let found: number | null = null;
  for (let index = 0; index < main; index++) {
    const node = nodes[index];
    if (node === undefined || node.after > main || !isBlock(node) || kept[index] === 1) continue;
    const named = TITLE_NAMES.test(`${node.attributes["id"] ?? ""} ${node.attributes["class"] ?? ""}`);
    if (!/^h[1-3]$/.test(node.tag) && !named) continue;
    const words = wordsWithin(nodes, index, Math.min(node.after, index + 200));
    const first = nodes[found ?? -1]?.tag === "h1" && node.tag !== "h1";
    if (words.length >= 6 && words.length <= LONGEST_TITLE && /[\u3400-\u9fff]{4}/.test(words) && !SITE_NAME.test(words) && !first) found = index;
  }
  return found;
}
