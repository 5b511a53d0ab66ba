import { standardRules } from "./dialect-rules.ts";
import type { DialectRules } from "./dialect-rules.ts";

/** The dialect is not known: whatever any of them writes is read, and the text decides where they disagree. */
export const generic: DialectRules = {
  ...standardRules,
  id: "generic",
  parserBuild: "postgresql",
  backslashEscapes: "guess",
  escapeStrings: true,
  dollarQuotes: true,
  pseudoTables: ["dual", "inserted", "deleted"],
  backquotes: true,
  brackets: "guess",
  stringsNameTables: true,
  unicodeNames: true,
  hashComments: "guess",
  hashNames: true,
  nestedComments: "guess",
  backslashCommands: "guess",
  dotCommands: true,
  writesThroughCte: true,
  writesThroughAlias: true,
  membershipOfTable: true,
  selectIntoCreates: true,
  semicolonsOptional: true,
  temporarySchemas: ["pg_temp", "temp", "tempdb"],
};
