import { createHash } from "node:crypto";
import { Problem } from "../../base/errors/problem.ts";
import { type CompileOptions, compileSource } from "./compile/compile.ts";
import type { CompiledPlan } from "./compile/schema.ts";
import { readBytes } from "./formats/readers.ts";
import { PlanRefused } from "./formats/refusal.ts";
import type { SourceText } from "./formats/source.ts";

/** A plan with what the reader of its file gave, from which it can be compiled again. */
export interface ReadPlan {
  readonly plan: CompiledPlan;
  readonly source: SourceText;
}

/** Reads and compiles a document; a refusal is a Problem whose sentence says why and where. */
export async function readPlanSource(bytes: Uint8Array, name: string, options: CompileOptions = {}): Promise<ReadPlan> {
  try {
    const { media_type, ...source } = await readBytes(bytes, name, options.progress);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return { plan: compileSource(source, { name, media_type, sha256 }, options), source };
  } catch (cause) {
    if (!(cause instanceof PlanRefused)) throw cause;
    const { kind, messages } = cause;
    throw new Problem(422, `plan-${kind}`, { "zh-CN": `${name}：${messages["zh-CN"]}`, en: `${name}: ${messages.en}` }, { cause });
  }
}

export const readPlan = async (bytes: Uint8Array, name: string, options: CompileOptions = {}): Promise<CompiledPlan> => (await readPlanSource(bytes, name, options)).plan;
