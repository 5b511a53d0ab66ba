import { standardRules } from "./dialect-rules.ts";
import type { DialectRules } from "./dialect-rules.ts";

/** https://docs.snowflake.com/en/sql-reference-commands */
export const snowflake: DialectRules = {
  ...standardRules,
  id: "snowflake",
  parserBuild: "snowflake",
  backslashEscapes: "always",
  dollarQuotes: true,
  pseudoTables: ["dual"],
  slashComments: true,
  writesThroughAlias: true,
};
