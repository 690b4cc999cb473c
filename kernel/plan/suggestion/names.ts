/** A body as a document prints it, found among the bodies of a city: 市发改委 is 衢州市发展和改革委员会. */

export interface NamedBody {
  readonly code: string;
  readonly name: string;
}

const KIND: readonly [RegExp, string][] = [[/委员会$/, "委"], [/办公室$/, "办"], [/(?:管理|监督管理)?总局$/, "局"], [/人民政府$/, "府"], [/政府$/, "府"]];

/** The name without whose it is, its kind in one character: 发展和改革委. */
function core(name: string): string {
  const plain = name.replace(/[\s、·]/g, "").replace(/^中共/, "");
  // Of a county's government its own name is all there is: 示例县政府.
  if (/[省市县区州]人?民?政府$/.test(plain)) return `${/([\u4e00-\u9fff]{2,3}[省市县区州])人?民?政府$/.exec(plain)?.[1]?.slice(-3) ?? ""}府`;
  const own = plain.replace(/^(?:[\u4e00-\u9fff]{2,3}(?:省|市|县|区|州)|省|市|县|区|州)(?:委(?=[\u4e00-\u9fff]{2,}))?/, "").replace(/[和与及]/g, "");
  return KIND.reduce((words, [ending, short]) => words.replace(ending, short), own);
}

/** Whether the characters of the short name stand in the long one in order, first and last alike: 发改委 in 发展改革委. */
function shortens(short: string, long: string): boolean {
  if (short.length < 2 || short.charAt(0) !== long.charAt(0) || short.at(-1) !== long.at(-1)) return false;
  let at = 0;
  for (const character of long) if (character === short.charAt(at)) at++;
  return at === short.length;
}

/** The one body that the printed name can mean; undefined when none or several can. */
export function bodyNamed<B extends NamedBody>(printed: string, bodies: readonly B[]): B | undefined {
  const exact = bodies.find((body) => body.name === printed);
  if (exact !== undefined) return exact;
  const wanted = core(printed);
  const equal = bodies.filter((body) => core(body.name) === wanted);
  const fitting = equal.length > 0 ? equal : bodies.filter((body) => shortens(wanted, core(body.name)));
  return fitting.length === 1 ? fitting[0] : undefined;
}
