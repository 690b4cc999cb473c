import { CompiledPlan } from "../kernel/plan/compile/schema.ts";
import { parse } from "./arguments.ts";

export async function run(args: string[]): Promise<number> {
  parse(args, {}, 0);
  console.log(JSON.stringify({ $schema: "https://json-schema.org/draft/2020-12/schema", ...CompiledPlan }, null, 2));
  return 0;
}
