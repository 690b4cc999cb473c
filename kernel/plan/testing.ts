import path from "node:path";
import { publicActor, systemActor } from "../../base/db/actors.ts";
import type { Actor, Ctx } from "../../base/db/ctx.ts";
import { testArea, testCity } from "../../base/db/testing.ts";
import { loadFacts, readFacts } from "../facts/load.ts";
import { getCityFolder } from "../registry/folder.ts";
import { loadCity } from "../registry/load.ts";
import { actorOf } from "../registry/roles.ts";
import { loadPlan } from "./load.ts";
import type { Adoption } from "./queries/document.ts";
import { readPlanSource } from "./read.ts";
import type { MeasuresFile } from "./schema.ts";

const example = path.resolve(import.meta.dirname, "../../cities/quzhou");
const planner: Actor = actorOf({ user_id: "planner", role: "planner", area: testArea, body: null, classes: ["public", "internal"] }, "a planner (example)");
const someDay = new Date("2026-11-23T04:00:00Z");
const dayBefore = new Date("2026-11-01T00:00:00Z");

type Acting = <T>(act: (ctx: Ctx) => Promise<T>, now?: Date) => Promise<T>;

/** A city of the tests' database with the example city's registry and facts, and no plan yet; and those who act in it. */
export interface TestPlanCity {
  readonly asPlanner: Acting;
  readonly asPublic: Acting;
  /** Puts a plan in force: its words, what it is measured by, and how it was adopted. */
  load(words: string, measures: MeasuresFile, adoption?: Partial<Adoption>): Promise<Awaited<ReturnType<typeof loadPlan>>>;
  end(): Promise<void>;
}

export async function testPlanCity(): Promise<TestPlanCity> {
  const facts = readFacts(example).value;
  if (facts === undefined) throw new Error("the example city's facts cannot be read");
  const city = await testCity();
  await city.act(async (ctx) => {
    await loadCity(ctx, getCityFolder(example));
    await loadFacts(ctx, facts);
  });
  return {
    asPlanner: (act, now = someDay) => city.act(act, planner, { now }),
    asPublic: (act) => city.act(act, publicActor(testArea)),
    load: async (words, measures, adoption) => {
      const { plan, source } = await readPlanSource(new TextEncoder().encode(words), "plan.txt");
      const adopted: Adoption = { adopted_on: "2021-02-26", adopted_by: null, origin: null, note: null, ...adoption };
      return await city.act((ctx) => loadPlan(ctx, plan, adopted, measures, source), systemActor(testArea), { now: dayBefore });
    },
    end: () => city.end(),
  };
}
