import { Keyword } from "../keywords.ts";
import type { KeywordName } from "../keywords.ts";
import { readAlter } from "./alter.ts";
import { readComment, readGrant } from "./annotate.ts";
import { readDo } from "./body.ts";
import { readCopy } from "./copy.ts";
import { readCreate } from "./create.ts";
import { readDelete } from "./delete.ts";
import { readDrop } from "./drop.ts";
import { readInsert } from "./insert.ts";
import { readLoad } from "./load.ts";
import { readMerge } from "./merge.ts";
import { readRename } from "./rename.ts";
import type { StatementHead } from "./statement-head.ts";
import { readTruncate } from "./truncate.ts";
import { readUpdate } from "./update.ts";
import { readDeclare, readExecute, readExplain, readPrepare } from "./wrapped.ts";

const headsByVerb = {
  insert: readInsert,
  replace: readInsert,
  update: readUpdate,
  delete: readDelete,
  merge: readMerge,
  truncate: readTruncate,
  copy: readCopy,
  load: readLoad,
  create: readCreate,
  alter: readAlter,
  drop: readDrop,
  rename: readRename,
  comment: readComment,
  grant: readGrant,
  revoke: readGrant,
  explain: readExplain,
  prepare: readPrepare,
  declare: readDeclare,
  execute: readExecute,
  exec: readExecute,
  do: readDo,
} satisfies Partial<Record<KeywordName, StatementHead>>;

/** The verbs that begin a statement other than a query. */
export const verbs = Object.keys(headsByVerb) as readonly (keyof typeof headsByVerb)[];

/** How the head of each verb's statement is read, by keyword code. */
export const statementHeads: ReadonlyMap<number, StatementHead> = new Map(verbs.map((verb) => [Keyword[verb], headsByVerb[verb]]));
