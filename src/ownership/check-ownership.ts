import type { Ownership } from "../model/ownership.ts";
import { checkPaths } from "./check-paths.ts";
import type { ProjectPaths } from "./check-paths.ts";
import { checkReferences } from "./check-references.ts";
import { checkTables } from "./check-tables.ts";
import type { Report } from "./ownership-mistake.ts";
import type { YamlValue } from "./yaml-value.ts";

/** Reports what is well formed and yet cannot be: two owners of a table, names of nothing, paths without files. */
export function checkOwnership(file: YamlValue, ownership: Ownership, lineOf: (offset: number) => number, project: ProjectPaths | undefined, report: Report): void {
  checkTables(ownership, lineOf, report);
  checkReferences(file, ownership, report);
  checkPaths(file, project, report);
}
