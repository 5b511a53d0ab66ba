import { standardRules } from "./dialect-rules.ts";
import type { DialectRules } from "./dialect-rules.ts";

/** https://sqlite.org/lang.html, https://sqlite.org/lang_keywords.html (quotes), https://sqlite.org/cli.html (dot commands) */
export const sqlite: DialectRules = {
  ...standardRules,
  id: "sqlite",
  parserBuild: "sqlite",
  backquotes: true,
  brackets: "always",
  stringsNameTables: true,
  dotCommands: true,
  everyCteMayRecurse: true,
  membershipOfTable: true,
  viewsReadWhenUsed: true,
  temporarySchemas: ["temp"],
};
