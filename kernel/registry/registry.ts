import type { Said } from "../../base/text/text.ts";
import type { BodyEntry, CityFile, DivisionEntry, PlacedDivision } from "./schema.ts";
import { text } from "./text.ts";

/** Something wrong in a city folder: in which list, at which entry, at which of its keys. */
export interface EntryFault {
  readonly index: number;
  readonly key?: string;
  /** Position inside a list, as in members. */
  readonly item?: number;
  readonly said: Said;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Path of a division under its parent: 330000.330800 and 330802 give 330000.330800.330802. */
export const pathUnder = (parent: string | null, code: string): string => (parent === null ? code : `${parent}.${code}`);

/** Whether a path stands in the subtree of another (itself included). */
export const isWithin = (path: string, area: string): boolean => path === area || path.startsWith(`${area}.`);

/**
 * The area that a row about a division belongs to. What lies above the city (figures of the province, for comparison) is
 * kept by the city, for the city's own people may only write inside their area.
 */
export const areaFor = (path: string, cityPath: string): string => (isWithin(path, cityPath) ? path : cityPath);

/** The code of the division a path leads to. */
export const codeOf = (path: string): string => path.slice(path.lastIndexOf(".") + 1);

const gbLevels: Readonly<Record<string, RegExp>> = { province: /^\d{2}0{4}$/, prefecture: /^\d{4}00$/, county: /^\d{6}$/ };
const gbPrefix: Readonly<Record<string, number>> = { prefecture: 2, county: 4 };
const parentLevels: Readonly<Record<string, readonly string[]>> = {
  prefecture: ["province"],
  // A county under the province directly exists too (省直辖县级市).
  county: ["prefecture", "province"],
  zone: ["province", "prefecture", "county"],
  union: ["province", "prefecture", "county"],
};

const isGb = (level: string): boolean => level in gbLevels;

type Lookup = ReadonlyMap<string, DivisionEntry>;

function codeFaults(entry: DivisionEntry, index: number, byCode: Lookup): EntryFault[] {
  const { code, level, parent } = entry;
  const form = gbLevels[level];
  if (!form) return /^\d{6}$/.test(code) ? [{ index, key: "code", said: text.gbTaken, values: { code } }] : [];
  // A division whose real code is not known yet has one of our own, with a letter in it.
  if (!/^\d+$/.test(code)) return [];
  if (!form.test(code)) return [{ index, key: "code", said: text.gbCode, values: { code, level } }];
  const digits = gbPrefix[byCode.get(parent ?? "")?.level === "province" ? "prefecture" : level] ?? 0;
  const under = parent === null || !/^\d+$/.test(parent) || parent.slice(0, digits) === code.slice(0, digits);
  return under ? [] : [{ index, key: "code", said: text.gbUnder, values: { code, parent } }];
}

function parentFaults({ code, level, parent }: DivisionEntry, index: number, byCode: Lookup): EntryFault[] {
  // The topmost division a folder knows may be of any level: a district's folder need not name its province.
  if (parent === null) return isGb(level) ? [] : [{ index, key: "parent", said: text.rootLevel, values: {} }];
  const above = byCode.get(parent);
  if (!above) return [{ index, key: "parent", said: text.noDivision, values: { code: parent } }];
  if (!isGb(above.level)) return [{ index, key: "parent", said: text.areaAsParent, values: { code: parent } }];
  if (!(parentLevels[level] ?? []).includes(above.level)) {
    return [{ index, key: "parent", said: text.parentLevel, values: { code, level, parent_level: above.level } }];
  }
  return [];
}

function memberFaults({ level, members }: DivisionEntry, index: number, byCode: Lookup): EntryFault[] {
  if (level !== "union") return members ? [{ index, key: "members", said: text.notUnion, values: {} }] : [];
  if (!members) return [{ index, said: text.unionMembers, values: {} }];
  return members.flatMap((code, item): EntryFault[] => {
    const member = byCode.get(code);
    if (!member) return [{ index, key: "members", item, said: text.noDivision, values: { code } }];
    return isGb(member.level) ? [] : [{ index, key: "members", item, said: text.memberLevel, values: { code } }];
  });
}

/** Everything wrong with the divisions of a city folder, beyond the shape of each entry. */
export function checkDivisions(entries: readonly DivisionEntry[]): EntryFault[] {
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  return entries.flatMap((entry, index) => {
    const twice = entries.findIndex((other) => other.code === entry.code) !== index;
    const backwards = entry.valid_from !== undefined && entry.valid_to !== undefined && entry.valid_from > entry.valid_to;
    return [
      ...(twice ? [{ index, key: "code", said: text.divisionTwice, values: { code: entry.code } }] : []),
      ...(backwards ? [{ index, key: "valid_to", said: text.dates, values: {} }] : []),
      ...parentFaults(entry, index, byCode),
      ...codeFaults(entry, index, byCode),
      ...memberFaults(entry, index, byCode),
    ];
  });
}

/** Divisions with their paths; entries whose parents lead nowhere are left out (checkDivisions says so). */
export function placeDivisions(entries: readonly DivisionEntry[]): PlacedDivision[] {
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  const pathOf = (entry: DivisionEntry, depth: number): string | undefined => {
    if (entry.parent === null) return entry.code;
    const above = byCode.get(entry.parent);
    // The levels make a circle impossible where they are right; where they are wrong, depth ends it.
    const path = above && depth < 10 ? pathOf(above, depth + 1) : undefined;
    return path === undefined ? undefined : pathUnder(path, entry.code);
  };
  return entries.flatMap((entry) => {
    const path = pathOf(entry, 0);
    return path === undefined ? [] : [{ ...entry, path }];
  });
}

/** Everything wrong with the bodies of a city folder, beyond the shape of each entry. */
export function checkBodies(entries: readonly BodyEntry[], divisions: readonly DivisionEntry[]): EntryFault[] {
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  const known = new Set(divisions.map((division) => division.code));
  const chain = (entry: BodyEntry): string[] => {
    const seen = [entry.code];
    for (let at = entry.parent; at !== null; at = byCode.get(at)?.parent ?? null) {
      seen.push(at);
      if (seen.indexOf(at) !== seen.length - 1) return at === entry.code ? seen : [];
    }
    return [];
  };
  return entries.flatMap((entry, index): EntryFault[] => {
    const { code, parent, division } = entry;
    const circle = chain(entry);
    return [
      ...(entries.findIndex((other) => other.code === code) !== index ? [{ index, key: "code", said: text.bodyTwice, values: { code } }] : []),
      ...(known.has(division) ? [] : [{ index, key: "division", said: text.noDivision, values: { code: division } }]),
      ...(parent === null || byCode.has(parent) ? [] : [{ index, key: "parent", said: text.noBody, values: { code: parent } }]),
      ...(circle.length > 0 ? [{ index, key: "parent", said: text.circle, values: { codes: circle.join(" → ") } }] : []),
    ];
  });
}

/** What is wrong with city.yaml beyond its shape, by the path of the key. */
export function checkCity(city: CityFile, divisions: readonly DivisionEntry[]): { path: string[]; said: Said; values: Record<string, unknown> }[] {
  const own = divisions.find((division) => division.code === city.division);
  const faults = [];
  if (!own) faults.push({ path: ["division"], said: text.noDivision, values: { code: city.division } });
  else if (!isGb(own.level)) faults.push({ path: ["division"], said: text.cityNotPrefecture, values: { code: city.division } });
  if (!isTimeZone(city.time_zone ?? "Asia/Shanghai")) faults.push({ path: ["time_zone"], said: text.timeZone, values: { zone: city.time_zone } });
  if (/[\\/]/.test(city.plan.document)) faults.push({ path: ["plan", "document"], said: text.documentOutside, values: { file: city.plan.document } });
  return faults;
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The day it is in the city: 2021-02-26. */
export function dayIn(zone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(now);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}
