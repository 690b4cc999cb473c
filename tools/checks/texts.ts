import { isUnder } from "./layers.ts";
import { type Check, type Complaint, type File, isGenerated, isTest, type Node, nameOf, type Tree, walk } from "./tree.ts";

const languages = ["zh-CN", "en"];

/**
 * Where Chinese words are matter, not sentences for a reader: what is recognised in a document or a table,
 * each folder or file with the reason.
 */
const grammar: Readonly<Record<string, string>> = {
  "kernel/plan/formats": "words by which encodings and pages are recognised",
  "kernel/plan/document": "shapes of headings and page furniture",
  "kernel/plan/targets": "words that make a number a target",
  "kernel/plan/tasks": "verbs and names that make a sentence a task",
  "kernel/plan/compile": "titles, divisions and periods of a document",
  "kernel/plan/decomposition": "headers of the tables that offices send back",
  "kernel/plan/suggestion": "words by which a duty and a task are matched",
  "kernel/facts/observation/period.ts": "periods as statistics print them",
};

/** Both languages stand side by side, say the same places, and stand in text.ts. */
export const texts: Check = (tree) =>
  tree.code().flatMap((file) => {
    if (isTest(file.path) || isGenerated(file.path) || /^(?:tools|test|bench)\//.test(file.path)) return [];
    return [...pairs(tree, file), ...(isText(file.path) ? [] : strayWords(tree, file))];
  });

const isText = (path: string): boolean => nameOf(path) === "text.ts" || /(?:^|\/)text\/[^/]+\.ts$/.test(path);

/** Every object with one of the languages has both, filled, with the same {places}. */
function pairs(tree: Tree, file: File): Complaint[] {
  const complaints: Complaint[] = [];
  walk(tree.parse(file).program, (node, above) => {
    if (node.type !== "ObjectExpression") return;
    const said = new Map<string, Node>();
    for (const property of node.properties) {
      if (property.type !== "Property") return;
      const key = keyOf(property.key);
      if (key !== undefined && languages.includes(key)) said.set(key, property.value);
    }
    if (said.size === 0 || (!said.has("zh-CN") && !isText(file.path))) return;
    const complain = (text: string): void => {
      complaints.push({ path: file.path, line: tree.line(file, node.start), said: text });
    };
    const missing = languages.filter((language) => !said.has(language));
    if (missing.length > 0) return complain(`a sentence has no ${missing.join(", ")}; write it beside the other language.`);
    const sentences = languages.map((language) => wordsOf(said.get(language)));
    const empty = languages.filter((_, at) => sentences[at]?.trim() === "");
    if (empty.length > 0) return complain(`a sentence is empty in ${empty.join(", ")}; write it.`);
    const [chinese, english] = sentences;
    if (chinese === undefined || english === undefined) return;
    const hasWords = /\p{L}/u.test(english.replace(/\{\w+\}/g, ""));
    if (hasWords && !isText(file.path) && !above.some((one) => isTable(one) || isName(one))) complain(`the sentence “${english}” stands in code; put it into text.ts.`);
    const apart = [...placesOf(chinese)].filter((place) => !placesOf(english).has(place));
    const other = [...placesOf(english)].filter((place) => !placesOf(chinese).has(place));
    if (apart.length > 0) complain(`${list(apart)} stands in the zh-CN sentence only; say it in English too.`);
    if (other.length > 0) complain(`${list(other)} stands in the en sentence only; say it in Chinese too.`);
  });
  return complaints;
}

/** Words for readers written into code: Chinese outside text.ts, and any words between the tags of a page. */
function strayWords(tree: Tree, file: File): Complaint[] {
  const complaints: Complaint[] = [];
  const code = /^(?:server|cli|kernel|packs|web|base\/ui)\//.test(file.path) && !Object.keys(grammar).some((matter) => isUnder(file.path, matter));
  if (!code) return [];
  walk(tree.parse(file).program, (node, above) => {
    const words =
      node.type === "Literal" && typeof node.value === "string" ? node.value
      : node.type === "TemplateElement" ? node.value.raw
      : node.type === "JSXText" ? node.value.trim()
      : "";
    const chinese = /\p{Script=Han}/u.test(words);
    const english = node.type === "JSXText" && /\p{L}{2}/u.test(words);
    if ((!chinese && !english) || above.some((one) => isPair(one) || isDescription(one) || one.type === "TSLiteralType")) return;
    const line = tree.line(file, node.start);
    if (complaints.some((complaint) => complaint.line === line)) return;
    const shown = words.trim().replace(/\s+/g, " ");
    const said = `the words “${shown.length > 24 ? `${shown.slice(0, 24)}…` : shown}” stand in code; put the sentence into text.ts in both languages.`;
    complaints.push({ path: file.path, line, said });
  });
  return complaints;
}

/** { "zh-CN": …, en: … }: both languages side by side, checked by `pairs` wherever they stand. */
const isPair = (node: Node): boolean =>
  node.type === "ObjectExpression" &&
  languages.every((language) => node.properties.some((property) => property.type === "Property" && keyOf(property.key) === language));

/** `description` of a schema: documentation of the API, in English, that may name the Chinese term. */
const isDescription = (node: Node): boolean => node.type === "Property" && keyOf(node.key) === "description";

/** texts({ … }): a table of its own, as a command of the command line has that is loaded alone. */
const isTable = (node: Node): boolean => node.type === "CallExpression" && node.callee.type === "Identifier" && node.callee.name === "texts";

/** `name: { "zh-CN": …, en: … }` is what a thing is called, and stands with the thing. */
const isName = (node: Node): boolean => node.type === "Property" && keyOf(node.key) === "name";

const list = (places: readonly string[]): string => places.map((place) => `{${place}}`).join(", ");
const placesOf = (sentence: string): Set<string> => new Set([...sentence.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? ""));

function keyOf(key: Node): string | undefined {
  if (key.type === "Identifier") return key.name;
  return key.type === "Literal" && typeof key.value === "string" ? key.value : undefined;
}

/** The words of a literal; undefined where they are put together by code. */
function wordsOf(node: Node | undefined): string | undefined {
  if (node?.type === "Literal" && typeof node.value === "string") return node.value;
  if (node?.type === "TemplateLiteral" && node.expressions.length === 0) return node.quasis[0]?.value.raw;
  if (node?.type === "BinaryExpression" && node.operator === "+") {
    const [left, right] = [wordsOf(node.left), wordsOf(node.right)];
    return left === undefined || right === undefined ? undefined : left + right;
  }
  return undefined;
}
