import type { AnyRule, Rule } from "../src/model/rule.ts";
import { noDuplicateTable } from "./no-duplicate-table.ts";
import { noForeignRead } from "./no-foreign-read.ts";
import { noForeignSchemaChange } from "./no-foreign-schema-change.ts";
import { noForeignWrite } from "./no-foreign-write.ts";
import { noIndirectWrite } from "./no-indirect-write.ts";
import { noUnassignedWrite } from "./no-unassigned-write.ts";
import { noUnownedTable } from "./no-unowned-table.ts";
import { noUnresolvedWrite } from "./no-unresolved-write.ts";
import { noUselessSuppression } from "./no-useless-suppression.ts";
import { useOwnerApi } from "./use-owner-api.ts";

/** Every rule, the most specific first: of the rules that match an access the first enabled one reports. */
export const rules: readonly AnyRule[] = [
  noDuplicateTable,
  noIndirectWrite,
  useOwnerApi,
  noForeignWrite,
  noForeignSchemaChange,
  noUnownedTable,
  noUnresolvedWrite,
  noForeignRead,
  noUnassignedWrite,
  noUselessSuppression,
];

/** Those that judge accesses. */
export const accessRules: readonly Rule[] = rules.filter((rule) => "judge" in rule);
