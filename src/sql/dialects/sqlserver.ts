import { standardRules } from "./dialect-rules.ts";
import type { DialectRules } from "./dialect-rules.ts";

/** https://learn.microsoft.com/sql/t-sql/language-reference */
export const sqlserver: DialectRules = {
  ...standardRules,
  id: "sqlserver",
  parserBuild: "transactsql",
  brackets: "always",
  hashNames: true,
  nestedComments: "always",
  everyCteMayRecurse: true,
  pseudoTables: ["inserted", "deleted"],
  writesThroughCte: true,
  writesThroughAlias: true,
  selectIntoCreates: true,
  selectIntoCreatesInBodies: true,
  semicolonsOptional: true,
  temporarySchemas: ["tempdb"],
};
