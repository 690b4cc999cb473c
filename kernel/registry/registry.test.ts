import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { fill } from "../../base/text/text.ts";
import { readCityFolder } from "./folder.ts";
import { areaFor, checkDivisions, codeOf, dayIn, isWithin, pathUnder, placeDivisions } from "./registry.ts";
import { actorOf, permissions, roleNames, roles } from "./roles.ts";

const quzhou = path.resolve(import.meta.dirname, "../../cities/quzhou");

const scratch = mkdtempSync(path.join(tmpdir(), "gangju-registry-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A copy of the city folder with one file changed. */
function changed(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(path.join(scratch, "city-"));
  cpSync(quzhou, folder, { recursive: true });
  writeFileSync(path.join(folder, file), change(readFileSync(path.join(quzhou, file), "utf8")));
  return folder;
}

const faultsOf = (folder: string): string[] => readCityFolder(folder).faults.map((fault) => `${fault.at} ${fill(fault.said.en, fault.values)}`);

describe("area paths", () => {
  test("a path is its parent's and its own code", () => {
    expect(pathUnder("330000.330800", "330802")).toBe("330000.330800.330802");
    expect(pathUnder(null, "330000")).toBe("330000");
    expect(codeOf("330000.330800.qz_urban")).toBe("qz_urban");
  });

  test("within means the subtree, not the same beginning of letters", () => {
    expect(isWithin("330000.330800.330802", "330000.330800")).toBe(true);
    expect(isWithin("330000.330800", "330000.330800")).toBe(true);
    expect(isWithin("330000.3308001", "330000.330800")).toBe(false);
  });

  test("what lies above the city is kept by the city", () => {
    expect(areaFor("330000", "330000.330800")).toBe("330000.330800");
    expect(areaFor("330000.330800.330881", "330000.330800")).toBe("330000.330800.330881");
  });

  test("a circle of parents places nothing and does not hang", () => {
    const entry = (code: string, parent: string) => ({ code, parent, level: "county" as const, name: { "zh-CN": code, en: code }, source: "x" });
    expect(placeDivisions([entry("110101", "110102"), entry("110102", "110101")])).toEqual([]);
  });
});

test("a district's folder may begin with the district, and with a code of its own until the real one is known", () => {
  const entry = (code: string, level: "county" | "zone", parent: string | null) => ({ code, level, parent, name: { "zh-CN": code, en: code }, source: "x" });
  expect(checkDivisions([entry("x3f9", "county", null), entry("x3f9_park", "zone", "x3f9")])).toEqual([]);
  expect(checkDivisions([entry("110105", "county", null)])).toEqual([]);
  expect(checkDivisions([entry("11010", "county", null), entry("park", "zone", null)]).map((fault) => fault.said.en)).toEqual([
    "{code} is not a six-digit GB/T 2260 code of a {level}", "a zone or a union stands under a division",
  ]);
});

test("the day in the city is not the day in Greenwich", () => {
  expect(dayIn("Asia/Shanghai", new Date("2025-12-31T16:30:00Z"))).toBe("2026-01-01");
  expect(dayIn("Asia/Shanghai", new Date("2025-12-31T15:59:00Z"))).toBe("2025-12-31");
});

describe("roles", () => {
  const granted = { user_id: "u", area: "330000.330800", body: null, classes: ["public", "internal", "personal"] };

  test("only administrators manage the registry, and the public may do nothing", () => {
    expect(roleNames.filter((role) => roles[role].permissions.includes("registry.manage"))).toEqual(["administrator"]);
    expect(roles.administrator.permissions).toEqual(permissions);
    expect(roles.public.permissions).toEqual([]);
  });

  test("the classes seen are those of the role that were also granted", () => {
    expect(actorOf({ ...granted, role: "clerk" }, "example").classes).toEqual(["public", "internal"]);
    expect(actorOf({ ...granted, role: "administrator", classes: ["public"] }, "example").classes).toEqual(["public"]);
  });

  test("a role that is not known, or was taken away, leaves a reader of what is public", () => {
    for (const role of ["none", "emperor"]) {
      const actor = actorOf({ ...granted, role }, "example");
      expect([actor.role, actor.classes, actor.permissions.size]).toEqual(["public", ["public"], 0]);
    }
  });
});

describe("a city folder", () => {
  test("Quzhou's is without a fault", () => {
    const { value, faults } = readCityFolder(quzhou);
    expect(faults).toEqual([]);
    expect(value?.path).toBe("330000.330800");
    expect(value?.divisions.find((division) => division.code === "qz_urban")).toMatchObject({ path: "330000.330800.qz_urban", members: ["330802", "330803"] });
  });

  test("every fault is named with its place, not only the first", () => {
    const folder = changed("divisions.yaml", (text) =>
      text.replace('code: "330802"', 'code: "440802"').replace('members: ["330802", "330803"]', 'members: ["330803", "qz_zhizao"]').replace("code: qz_gaotie", 'code: "330899"').replace(/code: "330881"\n {4}level: county\n {4}parent: "330800"/, 'code: "330881"\n    level: county\n    parent: "330999"'));
    expect(faultsOf(folder)).toEqual([
      expect.stringMatching(/^divisions.yaml:17:11 440802 does not begin like its parent 330800$/),
      expect.stringMatching(/^divisions.yaml:\d+:13 there is no division 330999$/),
      expect.stringMatching(/^divisions.yaml:\d+:11 330881 does not begin like its parent 330999$/),
      expect.stringMatching(/^divisions.yaml:\d+:25 a union is made of divisions; qz_zhizao is none$/),
      expect.stringMatching(/^divisions.yaml:\d+:11 330899 looks like a GB\/T 2260 code; give a zone or union a code of its own$/),
      expect.stringMatching(/^bodies.yaml:\d+:15 there is no division 330802$/),
    ]);
  });

  test("faults of several files come together", () => {
    const folder = changed("city.yaml", (text) => text.replace("document: plan.md", "document: plan.pdf").replace("time_zone: Asia/Shanghai", "time_zone: Asia/Quzhou").replace("packs: []", "pakcs: []"));
    writeFileSync(path.join(folder, "bodies.yaml"), readFileSync(path.join(quzhou, "bodies.yaml"), "utf8").replace("parent: qz-sw\n", "parent: qz-zz\n"));
    const faults = faultsOf(folder);
    expect(faults.find((fault) => fault.includes("pakcs"))).toMatch(/^city.yaml:\d+:1 unknown key pakcs/);
    expect(faults.find((fault) => fault.includes("circle"))).toMatch(/^bodies.yaml:\d+:13 the parents go round in a circle: qz-zz → qz-zz$/);
  });

  test("a document that is not there, a time zone that is none", () => {
    const folder = changed("city.yaml", (text) => text.replace("document: plan.md", "document: plan.pdf").replace("time_zone: Asia/Shanghai", "time_zone: Asia/Quzhou"));
    expect(faultsOf(folder)).toEqual([
      expect.stringMatching(/^city.yaml:\d+:12 unknown time zone Asia\/Quzhou$/),
      expect.stringMatching(/^city.yaml:\d+:13 there is no plan.pdf in the folder$/),
    ]);
  });

  test("a folder that is not there says so of each file", () => {
    expect(faultsOf("/nowhere")).toEqual(["city.yaml", "divisions.yaml", "bodies.yaml"].map((file) => `${file} this file cannot be read (ENOENT)`));
  });
});
