import type { Dialect } from "../../model/sql-statement.ts";
import type { ParserBuildName } from "../load-parser.ts";

/** Whether a dialect has a feature; `guess` where the dialect is unknown and the text around it decides. */
export type Feature = "never" | "always" | "guess";

/** Where one dialect's language differs from the others'. Each dialect overrides what it changes of `standardRules`. */
export interface DialectRules {
  readonly id: Dialect;
  /** The grammar that gives a second opinion, where there is one. */
  readonly parserBuild: ParserBuildName | undefined;

  /** `'it\'s'`: a backslash keeps a quote from ending a string. */
  readonly backslashEscapes: Feature;
  /** `E'it\'s'`. */
  readonly escapeStrings: boolean;
  /** `$tag$ … $tag$`. */
  readonly dollarQuotes: boolean;
  /** `q'[it's]'`. */
  readonly alternativeQuotes: boolean;
  /** `"""…"""`, `r'…'`. */
  readonly tripleQuotes: boolean;
  /** `` `name` ``. */
  readonly backquotes: boolean;
  /** A backquoted name holds the whole path: `` `project.dataset.table` ``. */
  readonly backquotedPaths: boolean;
  /** `[name]`. */
  readonly brackets: Feature;
  /** `'name'` and `"name"` may stand where a table is named. */
  readonly stringsNameTables: boolean;
  /** `U&"d\0061ta"`. */
  readonly unicodeNames: boolean;
  /** `my-project.dataset.table`. */
  readonly hyphensInNames: boolean;
  /** `#` begins a comment. */
  readonly hashComments: Feature;
  /** `#name` is a table of this session. */
  readonly hashNames: boolean;
  /** `--` begins a comment only before a blank. */
  readonly dashesNeedBlank: boolean;
  /** Comments of the C kind nest. */
  readonly nestedComments: Feature;
  /** `//` begins a comment. */
  readonly slashComments: boolean;
  /** A backslash begins a command of the database's shell, to the end of the line. */
  readonly backslashCommands: Feature;
  /** `.command` at the beginning of a line is for the database's shell. */
  readonly dotCommands: boolean;

  /** A common table expression sees itself without RECURSIVE. */
  readonly everyCteMayRecurse: boolean;
  /** UPDATE and DELETE may name a common table expression and change the table behind it. */
  readonly writesThroughCte: boolean;
  /** UPDATE and DELETE may name an alias of their FROM list. */
  readonly writesThroughAlias: boolean;
  /** `x IN table`. */
  readonly membershipOfTable: boolean;
  /** Names that stand for no table, in lower case: `DUAL`, T-SQL's `inserted` and `deleted`. */
  readonly pseudoTables: readonly string[];
  /** SELECT … INTO creates a table; elsewhere it sets variables. */
  readonly selectIntoCreates: boolean;
  /** The same inside of procedures. */
  readonly selectIntoCreatesInBodies: boolean;
  /** CREATE VIEW only stores the query: its tables are read when the view is. */
  readonly viewsReadWhenUsed: boolean;
  /** A statement may follow another without `;`. */
  readonly semicolonsOptional: boolean;
  /** Schemas whose tables live in the session only, in lower case. */
  readonly temporarySchemas: readonly string[];
}

/** What holds unless a dialect says otherwise. */
export const standardRules = {
  parserBuild: undefined,
  backslashEscapes: "never",
  escapeStrings: false,
  dollarQuotes: false,
  alternativeQuotes: false,
  tripleQuotes: false,
  backquotes: false,
  backquotedPaths: false,
  brackets: "never",
  stringsNameTables: false,
  unicodeNames: false,
  hyphensInNames: false,
  hashComments: "never",
  hashNames: false,
  dashesNeedBlank: false,
  nestedComments: "never",
  slashComments: false,
  backslashCommands: "never",
  dotCommands: false,
  everyCteMayRecurse: false,
  writesThroughCte: false,
  writesThroughAlias: false,
  membershipOfTable: false,
  pseudoTables: [],
  selectIntoCreates: false,
  selectIntoCreatesInBodies: false,
  viewsReadWhenUsed: false,
  semicolonsOptional: false,
  temporarySchemas: [],
} as const satisfies Omit<DialectRules, "id">;
