import { Problem } from "../../base/errors/problem.ts";
import { type CompileOptions, compilePlan } from "./compile/compile.ts";
import type { CompiledPlan } from "./compile/schema.ts";
import { PlanRefused } from "./formats/refusal.ts";

/** Compiles a document; a refusal is a Problem whose sentence says why and where. */
export async function readPlan(bytes: Uint8Array, name: string, options: CompileOptions = {}): Promise<CompiledPlan> {
  try {
    return await compilePlan(bytes, name, options);
  } catch (cause) {
    if (!(cause instanceof PlanRefused)) throw cause;
    const { kind, messages } = cause;
    throw new Problem(422, `plan-${kind}`, { "zh-CN": `${name}：${messages["zh-CN"]}`, en: `${name}: ${messages.en}` }, { cause });
  }
}
