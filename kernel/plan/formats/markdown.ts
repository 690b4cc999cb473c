import type { MarkedHeading, SourceText } from "./source.ts";

/** Markdown → text with the marks taken off; headings stay as lines and keep their depth. */

const unmarkInline = (line: string): string =>
  line
    .replace(/!?\[([^\][]{0,500})\]\([^()\s]{0,2000}\)/g, "$1")
    .replace(/(\*\*|__)(?=\S)/g, "")
    .replace(/(?<=\S)(\*\*|__)/g, "")
    .replace(/`/g, "");

/** A row of a table: | a | b | becomes "a | b"; the rule under the head disappears. */
function unmarkRow(line: string): string | null {
  if (/^\|?[\s:|-]{3,}$/.test(line) && line.includes("-") && line.includes("|")) return null;
  return line.replace(/^\|\s?/, "").replace(/\s?\|$/, "");
}

/**
 * Takes off # ** > lists, links and fences.
 * Positions of the headings count UTF-16 units in the text that comes back.
 */
export function readMarkdown(source: string): SourceText {
  const out: string[] = [];
  const headings: MarkedHeading[] = [];
  let length = 0;
  for (const raw of source.split(/\r\n|\n|\r/)) {
    let line = raw.trimEnd();
    if (/^\s*(```|~~~)/.test(line) || /^\s{0,3}([-*_])(\s*\1){2,}\s*$/.test(line)) continue;
    const heading = /^\s{0,3}(#{1,6})\s+/.exec(line);
    line = line.replace(/^\s{0,3}(?:>\s?){1,10}/, "");
    if (heading !== null) {
      line = line.slice(heading[0].length).replace(/\s#{1,6}$/, "");
      headings.push({ start: length, depth: heading[1]?.length ?? 1 });
    } else if (line.trimStart().startsWith("|")) {
      const row = unmarkRow(line.trim());
      if (row === null) continue;
      line = row;
    } else {
      line = line.replace(/^\s{0,12}[-*+]\s+/, "");
    }
    line = unmarkInline(line);
    out.push(line);
    length += line.length + 1;
  }
  return { text: out.join("\n"), headings, tables: [], notices: [] };
}
