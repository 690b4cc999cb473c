import { Type } from "typebox";
import { type AnyEndpoint, endpoint, pageOf, pageQuery } from "../../base/http/endpoint.ts";
import { findBodies, findDivisions, findMembers, getMe, grantRole } from "./acts.ts";
import { roleNames, roles } from "./roles.ts";
import { Body, Division, Me, Member, MemberIn, Roles } from "./schema.ts";
import { text } from "./text.ts";

const listQuery = Type.Object({
  ...pageQuery,
  known_at: Type.Optional(Type.String({ format: "date-time", description: "as known at this moment" })),
});

export const routes: AnyEndpoint[] = [
  endpoint({
    method: "GET", url: "/registry/me", summary: text.me, permission: null, response: Me,
    act: (ctx) => getMe(ctx),
  }),
  endpoint({
    method: "GET", url: "/registry/divisions", summary: text.divisions, permission: null, query: listQuery, response: pageOf(Division),
    act: (ctx, { query }) => findDivisions(ctx, query),
  }),
  endpoint({
    method: "GET", url: "/registry/bodies", summary: text.bodies, permission: null, query: listQuery, response: pageOf(Body),
    act: (ctx, { query }) => findBodies(ctx, query),
  }),
  endpoint({
    method: "GET", url: "/registry/roles", summary: text.roles, permission: null, response: Roles,
    act: () => Promise.resolve({ items: roleNames.map((role) => ({ role, name: roles[role].name, permissions: [...roles[role].permissions] })) }),
  }),
  endpoint({
    method: "GET", url: "/registry/members", summary: text.members, permission: "registry.manage", query: Type.Object(pageQuery), response: pageOf(Member),
    act: (ctx, { query }) => findMembers(ctx, query),
  }),
  endpoint({
    method: "POST", url: "/registry/members", summary: text.grant, permission: "registry.manage", body: MemberIn, response: Member, status: 201,
    act: (ctx, { body }) => grantRole(ctx, body),
  }),
];
