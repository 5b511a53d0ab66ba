/** A word that opens a statement, and what tells the statement from the English word. */
export interface StatementWord {
  readonly word: string;
  /** Written in capitals the word alone is enough. */
  readonly capitalsAlone: boolean;
  /** One of these follows, in any case. */
  readonly partners: readonly string[];
  /** How many bytes behind the word a partner may begin. */
  readonly reach: number;
}

const CLAUSE = 512;
const PHRASE = 64;

/** Every statement that writes rows or changes a table, in any of the dialects read. */
export const writeWords: readonly StatementWord[] = [
  { word: "insert", capitalsAlone: true, partners: ["into", "overwrite", "values", "select", "set", "default"], reach: CLAUSE },
  { word: "update", capitalsAlone: true, partners: ["set"], reach: CLAUSE },
  { word: "delete", capitalsAlone: true, partners: ["from", "where"], reach: CLAUSE },
  { word: "replace", capitalsAlone: true, partners: ["into", "values", "select", "set"], reach: CLAUSE },
  { word: "upsert", capitalsAlone: true, partners: ["into", "values"], reach: CLAUSE },
  { word: "merge", capitalsAlone: true, partners: ["into", "using"], reach: CLAUSE },
  { word: "copy", capitalsAlone: true, partners: ["from", "into"], reach: CLAUSE },
  { word: "load", capitalsAlone: true, partners: ["data", "xml"], reach: PHRASE },
  { word: "select", capitalsAlone: false, partners: ["into"], reach: CLAUSE },
  { word: "truncate", capitalsAlone: true, partners: ["table"], reach: PHRASE },
  { word: "create", capitalsAlone: true, partners: ["table", "view", "index", "trigger"], reach: PHRASE },
  { word: "alter", capitalsAlone: true, partners: ["table", "view", "index", "trigger"], reach: PHRASE },
  { word: "drop", capitalsAlone: true, partners: ["table", "view", "index", "trigger"], reach: PHRASE },
  { word: "rename", capitalsAlone: true, partners: ["table"], reach: PHRASE },
  { word: "comment", capitalsAlone: false, partners: ["table", "column", "view", "index", "trigger"], reach: PHRASE },
  { word: "grant", capitalsAlone: true, partners: ["on"], reach: PHRASE },
  { word: "revoke", capitalsAlone: true, partners: ["on"], reach: PHRASE },
];

/** What opens a statement that only reads. A list of columns may be long. */
export const readWords: readonly StatementWord[] = [
  { word: "select", capitalsAlone: true, partners: ["from"], reach: 8 * CLAUSE },
];
