/** A list of bodies taken apart: 市教育局、市财政局等，各县（市、区）政府. */

const LIST_END = /(?:等(?:部门|单位|有关部门|相关部门|相关单位|有关单位)?)$/;
/** 各州 of 各州、市人民政府: whose governments they are goes on. */
const HELD = /^各(?:[^、]*[省市县区州旗乡镇])?(?:、[省市县区州旗乡镇])*$/;
const LONGEST_NAME = 30;
const LONGEST_LIST = 2000;

/** Names in their order; a comma inside brackets parts nothing, 各州、市人民政府 and 各县（市、区）政府 are one each. */
export function splitBodies(list: string): string[] {
  const bodies: string[] = [];
  let held = "";
  let depth = 0;
  let piece = "";
  const push = (): void => {
    const words = piece.trim();
    piece = "";
    if (words === "") return;
    const name = held === "" ? words : `${held}、${words}`;
    held = HELD.test(name) ? name : "";
    if (held === "") bodies.push(name);
  };
  for (const character of list.slice(0, LONGEST_LIST)) {
    if (/[（(]/.test(character)) depth++;
    if (/[）)]/.test(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && (/[、，,；;。\n\t]/.test(character) || (/\s/.test(character) && piece.length >= 3))) push();
    else piece += character;
  }
  push();
  if (held !== "") bodies.push(held);
  return bodies.map((name) => name.replace(LIST_END, "")).filter((name) => name.length >= 2 && name.length <= LONGEST_NAME);
}
