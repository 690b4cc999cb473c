import { commonNoun, nameHead, noPlace, placeName } from "./words.ts";

/** Names in the words of a task: projects, platforms, places. Each printed as it stands, once. */

const unique = (names: readonly string[]): string[] => [...new Set(names)];

function withoutHead(name: string): string {
  let rest = name;
  for (let round = 0; round < 8; round++) {
    const head = nameHead.exec(rest);
    if (head === null || rest.length - head[0].length < 3) break;
    rest = rest.slice(head[0].length);
  }
  return rest;
}

/** Names with an ending (…铁路, …平台). With `quoted`, also “names” that 工程, 行动, 计划 or 项目 follows. */
export function namesIn(words: string, ending: RegExp, quoted: boolean): string[] {
  const found: { at: number; name: string }[] = [];
  for (const match of words.matchAll(/[^、，。；：！,;:!?()（）“”\s]{3,40}/g)) {
    const plain = match[0].replace(/(?:等)?(?:前期(?:工作|研究)?|规划研究|规划建设|建设|项目|等|创建|重大|工作)+$/, "");
    if (!ending.test(plain)) continue;
    // 和 joins two names; what stands before it may be any words.
    const name = withoutHead(plain.split(/和(?!谐|美)|与/).at(-1) ?? plain);
    if (name.length >= 4 && name.length <= 24 && !commonNoun.test(name)) found.push({ at: match.index, name });
  }
  if (quoted) {
    for (const match of words.matchAll(/“([^“”]{2,24})”(?!等)[\u4e00-\u9fff]{0,4}?(工程|行动|计划|项目)/g)) {
      found.push({ at: match.index, name: match[0] });
    }
  }
  return unique(found.sort((a, b) => a.at - b.at).map(({ name }) => name));
}

/** Places named by a division or a district. */
export function placesIn(words: string): string[] {
  return unique([...words.matchAll(placeName)].map((match) => withoutHead(match[1] ?? "")).filter((name) => name !== "" && !noPlace.test(name)));
}
