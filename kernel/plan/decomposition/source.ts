import type { Ctx } from "../../../base/db/ctx.ts";
import { selectBodies, selectPosts } from "../../registry/queries.ts";
import { effective } from "../effective.ts";
import { type Document, getDocument } from "../queries/document.ts";
import { currentDuties } from "../queries/duties.ts";
import type { Bearer, PlanSource } from "./decomposition.ts";

/** The one place where the table of a city takes its plan from: the version in force, who answers for what, the city's bodies. */
export interface CityPlan {
  readonly document: Document;
  readonly plan: PlanSource;
  readonly bearers: (id: string) => readonly Bearer[];
}

export async function cityPlan(ctx: Ctx): Promise<CityPlan> {
  const document = await getDocument(ctx);
  const { title, period, text, outline, source_sha256 } = document;
  const read = await effective(ctx, document);
  const targets = read.targets.map((one) => one.reading);
  const tasks = read.tasks.map((one) => one.reading);
  const names = new Map((await selectBodies(ctx)).map((body) => [body.code, body.name_zh]));
  const bearers = new Map<string, Bearer[]>();
  for (const duty of await currentDuties(ctx)) {
    const one: Bearer = { name: names.get(duty.bearer) ?? duty.bearer, role: duty.role as Bearer["role"], issued: duty.issued_on !== null };
    bearers.set(duty.subject, [...(bearers.get(duty.subject) ?? []), one]);
  }
  return { document, plan: { title, period, text, outline, targets, tasks, source: { sha256: source_sha256 } }, bearers: (id) => bearers.get(id) ?? [] };
}

/** What a workbook offers to choose from: the city's bodies, and posts of its leading bodies, never persons. */
export async function offered(ctx: Ctx): Promise<{ bodies: string[]; posts: string[] }> {
  const bodies = await selectBodies(ctx);
  const leading = bodies.filter((body) => body.kind === "government" || body.kind === "party");
  const posts = await selectPosts(ctx, leading.map((body) => body.code));
  return { bodies: bodies.map((body) => body.name_zh), posts: [...new Set(posts.filter((post) => !post.ends).map((post) => post.title_zh))] };
}
