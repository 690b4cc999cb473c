import type { Actor, DataClass } from "../../base/db/ctx.ts";
import type { Said } from "../../base/text/text.ts";

/** Everything an act may ask for. */
export const permissions = [
  "facts.read", "facts.record", "facts.release",
  "plan.read", "plan.assign", "plan.review", "plan.release",
  "registry.manage",
] as const;
export type Permission = (typeof permissions)[number];

export const roleNames = ["administrator", "planner", "statistician", "clerk", "reader", "public"] as const;
export type RoleName = (typeof roleNames)[number];

export interface RoleGrant {
  readonly name: Said;
  readonly permissions: readonly Permission[];
  /** Classes of data the role sees inside its area. */
  readonly classes: readonly DataClass[];
}

/** Who may do what, as data. That a clerk records only for its own body is the member's `body`, kept by the database. */
export const roles: Readonly<Record<RoleName, RoleGrant>> = {
  administrator: {
    name: { "zh-CN": "管理员", en: "Administrator" },
    permissions,
    classes: ["public", "internal", "personal"],
  },
  planner: {
    name: { "zh-CN": "规划人员", en: "Planner" },
    permissions: ["facts.read", "plan.read", "plan.assign", "plan.review", "plan.release"],
    classes: ["public", "internal"],
  },
  statistician: {
    name: { "zh-CN": "统计人员", en: "Statistician" },
    permissions: ["facts.read", "facts.record", "facts.release", "plan.read"],
    classes: ["public", "internal"],
  },
  clerk: {
    name: { "zh-CN": "部门填报员", en: "Clerk of a body" },
    permissions: ["facts.read", "facts.record", "plan.read"],
    classes: ["public", "internal"],
  },
  reader: {
    name: { "zh-CN": "内部读者", en: "Internal reader" },
    permissions: ["facts.read", "plan.read"],
    classes: ["public", "internal"],
  },
  public: { name: { "zh-CN": "公众", en: "Public" }, permissions: [], classes: ["public"] },
};

export const isRole = (role: string): role is RoleName => (roleNames as readonly string[]).includes(role);

/** What a user was granted, as the newest row says it. */
export interface Granted {
  readonly user_id: string;
  readonly role: string;
  readonly area: string;
  readonly body: string | null;
  readonly classes: readonly string[];
}

/**
 * The actor of a signed-in user. A role this release does not know (or "none") gives a reader of what is public: losing a
 * role must never leave more than nothing.
 */
export function actorOf(granted: Granted, name: string): Actor {
  const role = isRole(granted.role) ? granted.role : "public";
  const grant = roles[role];
  return {
    id: granted.user_id,
    name,
    role,
    area: granted.area,
    body: granted.body,
    classes: grant.classes.filter((dataClass) => granted.classes.includes(dataClass)),
    permissions: new Set(grant.permissions),
  };
}
