import type { Task } from "./task.ts";
import { adverbs, kindsByEnd, kindsByVerb, lightVerb } from "./words.ts";

type Kind = Exclude<Task["kind"], "other">;

const QUOTED = /[“「《][^”」》]{0,40}[”」》]|[（(][^（）()]{0,40}[）)]/g;
/** 以系统集成构建…, 围绕“一件事”完善…: the means come first, the verb after them. */
const MEANS = /^(?:以|围绕|依托|通过|聚焦|突出|按照?|根据|对)/;

function kindAtHead(words: string): Kind | undefined {
  return kindsByVerb.find(([, verbs]) => verbs.exec(words)?.index === 0)?.[0];
}

/** Kind of the verb that comes first in the words, or last. */
function kindAnywhere(words: string, last: boolean): Kind | undefined {
  let found: { kind: Kind; at: number } | undefined;
  for (const [kind, verbs] of kindsByVerb) {
    const all = [...words.matchAll(new RegExp(verbs, "g"))];
    const match = last ? all.at(-1) : all[0];
    if (match === undefined) continue;
    const at = last ? match.index + match[0].length : match.index;
    if (found === undefined || (last ? at > found.at : at < found.at)) found = { kind, at };
  }
  return found?.kind;
}

/**
 * Kind of a task by the verb that does the work: the one its title opens with; where that says only 推进, 加快, 开展,
 * what they push on (…改革, …建设); where a noun comes first, the last verb (旅游产业做强).
 */
export function kindOf(title: string): Task["kind"] {
  const plain = title.replace(QUOTED, (inner) => (inner.length > 2 ? "某" : "")).replace(/[：:].*$/, (rest, at: number) => (at >= 4 ? "" : rest));
  const words = plain.replace(adverbs, "");
  const light = lightVerb.exec(words);
  if (light !== null) {
    const object = words.slice(light[0].length).replace(adverbs, "");
    return kindAtHead(object) ?? kindsByEnd.find(([, ends]) => ends.test(object))?.[0] ?? (/^落实/.test(light[0]) ? "other" : "reach");
  }
  return kindAtHead(words) ?? kindAnywhere(words, !MEANS.test(words)) ?? kindsByEnd.find(([, ends]) => ends.test(words))?.[0] ?? "other";
}
