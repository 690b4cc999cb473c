import { Problem } from "../../base/errors/problem.ts";
import { compilePlan } from "./compile/compile.ts";
import type { CompiledPlan } from "./compile/schema.ts";
import { PlanRefused } from "./document/refusal.ts";

/** Compiles a document; a refusal is a Problem whose sentence says why and where. */
export function readPlan(bytes: Uint8Array, name: string): CompiledPlan {
  try {
    return compilePlan(bytes, name);
  } catch (cause) {
    if (!(cause instanceof PlanRefused)) throw cause;
    const { kind, messages } = cause;
    throw new Problem(422, `plan-${kind}`, { "zh-CN": `${name}：${messages["zh-CN"]}`, en: `${name}: ${messages.en}` }, { cause });
  }
}
