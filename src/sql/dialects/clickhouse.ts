import { standardRules } from "./dialect-rules.ts";
import type { DialectRules } from "./dialect-rules.ts";

/** https://clickhouse.com/docs/sql-reference/syntax */
export const clickhouse: DialectRules = {
  ...standardRules,
  id: "clickhouse",
  backslashEscapes: "always",
  backquotes: true,
  hashComments: "guess",
  nestedComments: "always",
  membershipOfTable: true,
};
