import { Keyword, keywordTable } from "../keywords.ts";
import { isName, readName } from "../read-names.ts";
import { addAccess } from "../reader.ts";
import { endOfStatement, readTargets } from "./statement-head.ts";
import type { StatementHead } from "./statement-head.ts";

const notTables = keywordTable(["all", "schema", "database", "function", "procedure", "sequence", "type", "package"]);

/** `COMMENT ON TABLE t IS …`, `COMMENT ON COLUMN t.c IS …`. */
export const readComment: StatementHead = (reader, _frame, verb) => {
  const { code } = reader.tokens;
  const end = endOfStatement(reader, verb);
  if (code[verb + 1] !== Keyword.on) return end;
  if (code[verb + 2] === Keyword.table || code[verb + 2] === Keyword.view) readTargets(reader, "comment", verb + 3, verb);
  if (code[verb + 2] !== Keyword.column || !isName(reader, verb + 3)) return end;
  const { table, start, end: nameEnd } = readName(reader, verb + 3);
  if (table?.schema === undefined) return end;
  const owner = table.database === undefined ? { name: table.schema, quoted: table.quoted } : { name: table.schema, schema: table.database, quoted: table.quoted };
  addAccess(reader, "comment", owner, { start, end: nameEnd });
  return end;
};

/** `GRANT … ON [TABLE] a, b TO …`, `REVOKE … ON …`. */
export const readGrant: StatementHead = (reader, _frame, verb) => {
  const { code } = reader.tokens;
  const end = endOfStatement(reader, verb);
  let at = verb + 1;
  while (at < end && code[at] !== Keyword.on) at++;
  if (at === end || notTables[code[at + 1]!] === 1) return end;
  readTargets(reader, code[verb] === Keyword.grant ? "grant" : "revoke", code[at + 1] === Keyword.table ? at + 2 : at + 1, verb);
  return end;
};
