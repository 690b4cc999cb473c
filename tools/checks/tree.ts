import { type ESTree, parseSync } from "vite";

/** One file of the tree, by its path from the root of the repository. */
export interface File {
  readonly path: string;
  readonly text: string;
}

/** One thing wrong: where it stands, and one sentence that says what and what to do. */
export interface Complaint {
  readonly path: string;
  readonly line: number;
  readonly said: string;
}

/** Every checker of the house is a function of the tree; it reads no disk. */
export type Check = (tree: Tree) => Complaint[];

export type Node = ESTree.Node;

/** What one file asks of another: a static import, a re-export, a dynamic import or the type of an import(). */
export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** Erased before the program runs. */
  readonly typeOnly: boolean;
}

export interface Parsed {
  readonly program: ESTree.Program;
  readonly imports: readonly Import[];
}

const codeFile = /\.(?:ts|tsx|js|mjs)$/;
const testFile = /(?:\.test\.tsx?|(?:^|\/)testing\.ts|(?:^|\/)testdata\/.*)$/;

export const isCode = (path: string): boolean => codeFile.test(path) && !path.endsWith(".d.ts");
/** A test, or what only tests use. */
export const isTest = (path: string): boolean => testFile.test(path);
/** Written by a generator, so its length and shape are nobody's choice. */
export const isGenerated = (path: string): boolean => /(?:^|\/)rows\.ts$/.test(path);

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));
export const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** The files of the repository; a file is parsed once, when a checker first asks. */
export class Tree {
  readonly files: readonly File[];
  readonly #byPath: ReadonlyMap<string, File>;
  readonly #parsed = new Map<string, Parsed>();
  readonly #lines = new Map<string, number[]>();

  constructor(files: readonly File[]) {
    this.files = files;
    this.#byPath = new Map(files.map((file) => [file.path, file]));
  }

  find(path: string): File | undefined {
    return this.#byPath.get(path);
  }

  code(): File[] {
    return this.files.filter((file) => isCode(file.path));
  }

  /** Line of a character, from 1. */
  line(file: File, offset: number): number {
    let starts = this.#lines.get(file.path);
    if (starts === undefined) {
      starts = [0];
      for (let at = file.text.indexOf("\n"); at >= 0; at = file.text.indexOf("\n", at + 1)) starts.push(at + 1);
      this.#lines.set(file.path, starts);
    }
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  parse(file: File): Parsed {
    const known = this.#parsed.get(file.path);
    if (known !== undefined) return known;
    const { program, module } = parseSync(file.path, file.text);
    const imports: Import[] = [];
    const add = (specifier: string, start: number, typeOnly: boolean): void => {
      imports.push({ specifier, line: this.line(file, start), typeOnly });
    };
    for (const found of module.staticImports) {
      add(found.moduleRequest.value, found.start, /^import\s+type\b/.test(file.text.slice(found.start, found.start + 20)));
    }
    for (const found of module.staticExports) {
      const from = found.entries.find((entry) => entry.moduleRequest !== null)?.moduleRequest;
      if (from) add(from.value, found.start, /^export\s+type\b/.test(file.text.slice(found.start, found.start + 20)));
    }
    for (const found of module.dynamicImports) {
      const literal = /^["'`]([^"'`$]+)["'`]$/.exec(file.text.slice(found.moduleRequest.start, found.moduleRequest.end));
      if (literal?.[1] !== undefined) add(literal[1], found.start, false);
    }
    walk(program, (node) => {
      if (node.type === "TSImportType") add(node.source.value, node.start, true);
    });
    const parsed = { program, imports };
    this.#parsed.set(file.path, parsed);
    return parsed;
  }

  /** The file of the tree that an import names, or undefined: a package, or nothing there. */
  resolve(from: string, specifier: string): string | undefined {
    if (!specifier.startsWith(".")) return undefined;
    const parts = folderOf(from).split("/").filter(Boolean);
    for (const step of specifier.replace(/\?.*$/, "").split("/")) {
      if (step === "..") parts.pop();
      else if (step !== ".") parts.push(step);
    }
    const path = parts.join("/");
    return this.#byPath.has(path) ? path : undefined;
  }
}

/** Visits a node and everything below it; `above` are its ancestors, nearest last, and is only true during the visit. */
export function walk(node: Node, visit: (node: Node, above: readonly Node[]) => void): void {
  const above: Node[] = [];
  const enter = (here: Node): void => {
    visit(here, above);
    above.push(here);
    for (const value of Object.values(here)) {
      if (Array.isArray(value)) {
        for (const child of value) if (isNode(child)) enter(child);
      } else if (isNode(value)) enter(value);
    }
    above.pop();
  };
  enter(node);
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string" && "start" in value;
