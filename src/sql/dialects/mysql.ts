import { standardRules } from "./dialect-rules.ts";
import type { DialectRules } from "./dialect-rules.ts";

/** https://dev.mysql.com/doc/refman/8.4/en/language-structure.html, https://dev.mysql.com/doc/refman/8.4/en/comments.html */
export const mysql: DialectRules = {
  ...standardRules,
  id: "mysql",
  parserBuild: "mysql",
  backslashEscapes: "always",
  backquotes: true,
  pseudoTables: ["dual"],
  hashComments: "always",
  dashesNeedBlank: true,
  backslashCommands: "always",
  writesThroughAlias: true,
};
