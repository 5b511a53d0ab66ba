/** The library: check a project from your own program. */
export { checkProject, collectAccesses } from "./check/check-project.ts";
export { auditProject } from "./check/audit-project.ts";
export type { AccessReport, CheckInput } from "./check/check-project.ts";
export type { AccessInput } from "./check/read-project.ts";
export { openProject } from "./check/open-project.ts";
export { ruleSeverities } from "./judge/rule-severities.ts";
export { compileOwnership } from "./ownership/compile-ownership.ts";
export { findOwnership, loadOwnership } from "./ownership/load-ownership.ts";
export { rules } from "../rules/index.ts";
export type * from "./model/audit.ts";
export type * from "./model/finding.ts";
export type * from "./model/ownership.ts";
export type * from "./model/place.ts";
export type * from "./model/problem.ts";
export type * from "./model/rule.ts";
export type * from "./model/source-file.ts";
export type * from "./model/sql-statement.ts";
export type * from "./model/table-access.ts";
