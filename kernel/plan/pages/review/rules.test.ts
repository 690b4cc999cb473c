import { expect, test } from "vitest";
import { documentOf } from "../../document/document.ts";
import { plainSource } from "../../formats/source.ts";
import { readTargets } from "../../targets/targets.ts";
import { frames, workedWords } from "../../targets/worked.ts";
import { worked2026 } from "../../targets/worked-2026.ts";
import { workedDistrict } from "../../targets/worked-district.ts";
import { workedMoods } from "../../targets/worked-moods.ts";
import { workedNineties } from "../../targets/worked-nineties.ts";
import { workedPlans } from "../../targets/worked-plans.ts";
import { workedReports } from "../../targets/worked-reports.ts";
import { workedWorks } from "../../targets/worked-works.ts";
import { readTasks } from "../../tasks/tasks.ts";
import { ruleText } from "./text.ts";

test("every rule that the worked sentences come by is said in the reader's words", () => {
  const unsaid = new Set<string>();
  for (const { frame, words } of [...workedWords, ...workedPlans, ...workedReports, ...worked2026, ...workedDistrict, ...workedMoods, ...workedNineties, ...workedWorks]) {
    const document = documentOf(plainSource(`${frames[frame]}\n${words}`), "zh-CN");
    const { targets, actuals } = readTargets(document);
    for (const { reasons } of [...targets, ...actuals, ...readTasks(document)]) for (const reason of reasons) if (!Object.hasOwn(ruleText, reason)) unsaid.add(reason);
  }
  expect([...unsaid]).toEqual([]);
});
