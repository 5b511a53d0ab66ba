import { standardRules } from "./dialect-rules.ts";
import type { DialectRules } from "./dialect-rules.ts";

/** https://www.postgresql.org/docs/current/sql-syntax-lexical.html, https://www.postgresql.org/docs/current/app-psql.html (backslash commands) */
export const postgres: DialectRules = {
  ...standardRules,
  id: "postgres",
  parserBuild: "postgresql",
  escapeStrings: true,
  dollarQuotes: true,
  unicodeNames: true,
  nestedComments: "always",
  backslashCommands: "always",
  selectIntoCreates: true,
  temporarySchemas: ["pg_temp"],
};
