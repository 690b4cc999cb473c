import type { Ctx } from "../../base/db/ctx.ts";
import { comparePlans, type Compared } from "./compare/compare.ts";
import type { Comparison } from "./compare/schema.ts";
import { getVersion, listTargets, listTasks } from "./queries/document.ts";
import { readPlan } from "./read.ts";
import type { CompareIn } from "./schema.ts";

/** Versions of the plan against each other, and against files that are not in force. */

async function compiledVersion(ctx: Ctx, version: number): Promise<Compared> {
  const { title, text, outline } = await getVersion(ctx, version);
  const [targets, tasks] = [await listTargets(ctx, version), await listTasks(ctx, version)];
  return { title, text, outline, targets: targets.map(({ reading }) => reading), tasks: tasks.map(({ reading }) => reading) };
}

export async function compareVersions(ctx: Ctx, { before, after }: { readonly before: number; readonly after: number }): Promise<Comparison> {
  return comparePlans(await compiledVersion(ctx, before), await compiledVersion(ctx, after));
}

/** Nothing of the file is kept. */
export async function compareFile(ctx: Ctx, { version, name, content, as }: CompareIn): Promise<Comparison> {
  const inForce = await compiledVersion(ctx, version);
  const file = await readPlan(Buffer.from(content, "base64"), name);
  return as === "before" ? comparePlans(file, inForce) : comparePlans(inForce, file);
}
