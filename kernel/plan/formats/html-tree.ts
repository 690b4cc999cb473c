import { defaultTreeAdapter, type DefaultTreeAdapterMap, parse, type TreeAdapter } from "parse5";
import { PlanRefused } from "./refusal.ts";

/** A page as one flat list in the order of the text: no recursion, so that no depth of tags can exhaust the stack. */

export interface HtmlNode {
  /** "" for a piece of text. */
  tag: string;
  words: string;
  attributes: Readonly<Record<string, string>>;
  /** Place of the element around it, -1 for the outermost. */
  parent: number;
  /** Place after the last node inside it. */
  after: number;
}

export interface HtmlPage {
  nodes: HtmlNode[];
  /** What the page calls itself in its head. */
  title: string;
  /** Is put together from other pages, by frames; or shows one inside. */
  framed: "whole" | "inside" | null;
}

/** Deeper than any page an editor makes; the parser looks back over all open tags, so depth costs time for each tag. */
const DEEPEST = 1500;
const MOST_ELEMENTS = 600000;
const LONGEST_MS = 20000;

/** Never read: what runs, what is drawn by other programs, what the reader of the page types in. */
const NEVER = new Set([
  "script", "style", "noscript", "template", "head", "title", "iframe", "object", "embed", "applet", "svg", "math", "canvas", "video", "audio", "map",
  "input", "select", "option", "textarea", "button", "datalist", "rt", "rp", "del", "xml", "dialog",
]);
const HIDDEN = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:;|$|!))/i;

const NONE: Readonly<Record<string, string>> = Object.freeze({});

const isHidden = (attributes: Readonly<Record<string, string>>): boolean =>
  "hidden" in attributes || HIDDEN.test(attributes["style"] ?? "");

type Node = DefaultTreeAdapterMap["node"];

/** The parser's own tree, with a limit on depth, on elements and on time. */
function boundedAdapter(): TreeAdapter<DefaultTreeAdapterMap> {
  const latest = performance.now() + LONGEST_MS;
  let depth = 0;
  let elements = 0;
  const refuse = (): never => {
    throw new PlanRefused("too-complex");
  };
  return {
    ...defaultTreeAdapter,
    createElement(tag, namespace, attributes) {
      elements++;
      if (elements > MOST_ELEMENTS || (elements % 256 === 0 && performance.now() > latest)) refuse();
      return defaultTreeAdapter.createElement(tag, namespace, attributes);
    },
    onItemPush() {
      depth++;
      if (depth > DEEPEST) refuse();
    },
    onItemPop() {
      depth--;
    },
  };
}

/**
 * Parses a page as browsers do; nothing in it is run. What is hidden is not in the list.
 * @throws PlanRefused "too-complex"
 */
export function parseHtml(source: string): HtmlPage {
  const document = parse(source, { treeAdapter: boundedAdapter(), scriptingEnabled: true });
  const page: HtmlPage = { nodes: [], title: "", framed: null };
  const open: { children: readonly Node[]; next: number; at: number }[] = [{ children: document.childNodes, next: 0, at: -1 }];
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const node = level.children[level.next++];
    if (node === undefined) {
      const closed = page.nodes[level.at];
      if (closed !== undefined) closed.after = page.nodes.length;
      open.pop();
      continue;
    }
    if (node.nodeName === "#text" && "value" in node) page.nodes.push({ tag: "", words: node.value, attributes: NONE, parent: level.at, after: page.nodes.length + 1 });
    if (!("tagName" in node)) continue;
    if (node.tagName === "head") page.title = titleOf(node);
    if (node.tagName === "frameset") page.framed = "whole";
    else if (node.tagName === "iframe") page.framed ??= "inside";
    const attributes = node.attrs.length === 0 ? NONE : Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    if (NEVER.has(node.tagName) || isHidden(attributes)) continue;
    page.nodes.push({ tag: node.tagName, words: "", attributes, parent: level.at, after: page.nodes.length + 1 });
    open.push({ children: node.childNodes, next: 0, at: page.nodes.length - 1 });
  }
  return page;
}

function titleOf(head: DefaultTreeAdapterMap["element"]): string {
  const metas: string[] = [];
  let title = "";
  for (const node of head.childNodes) {
    if (!("tagName" in node)) continue;
    const attribute = (name: string): string => node.attrs.find((one) => one.name === name)?.value ?? "";
    if (node.tagName === "meta" && /^(?:ArticleTitle|og:title)$/i.test(attribute("name") || attribute("property"))) metas.push(attribute("content"));
    const first = node.childNodes[0];
    if (node.tagName === "title" && first !== undefined && "value" in first) title = first.value;
  }
  // A site adds its own name behind a dash.
  return (metas[0] ?? title).slice(0, 300).replace(/\s+/g, " ").replace(/(?:\s?[_|－—-]+\s?[^_|－—-]{2,30}){1,4}$/, (tail) => (/[_|－]|(?:网|网站|政府|门户|频道|平台|公开)$/.test(tail) ? "" : tail)).trim();
}

const BLOCK = new Set([
  "html", "body", "div", "p", "section", "article", "main", "header", "footer", "nav", "aside", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody",
  "tfoot", "tr", "td", "th", "caption", "colgroup", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "figure", "figcaption", "form", "fieldset", "legend",
  "hr", "center", "address", "details", "summary", "hgroup", "search", "dir", "menu", "listing", "xmp", "plaintext", "marquee",
]);

export const isBlock = (node: HtmlNode): boolean => BLOCK.has(node.tag);

/** The words inside nodes[from, to) with all space as one space; not for long texts that keep their lines. */
export function wordsWithin(nodes: readonly HtmlNode[], from: number, to: number): string {
  let words = "";
  for (let index = from; index < to; index++) words += nodes[index]?.words ?? "";
  return words.replace(/[\s\u3000]+/g, " ").trim();
}
