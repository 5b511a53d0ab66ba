import { Keyword, keywordTable } from "../keywords.ts";
import { isName, readName } from "../read-names.ts";
import { addAccess } from "../reader.ts";
import { Symbol } from "../tokens.ts";
import { readRights } from "./read-rights.ts";
import { readTargets, skip } from "./statement-head.ts";
import type { StatementHead } from "./statement-head.ts";

const notTables = keywordTable(["all", "schema", "database", "function", "procedure", "sequence", "type", "package"]);

/** How far from GRANT its ON may stand. */
const longestPrivileges = 64;

/** `COMMENT ON TABLE t IS …`, `COMMENT ON COLUMN t.c IS …`. */
export const readComment: StatementHead = (reader, frame, verb) => {
  const { code } = reader.tokens;
  if (code[verb + 1] !== Keyword.on) return skip(frame, verb + 1);
  if (code[verb + 2] === Keyword.table || code[verb + 2] === Keyword.view) readTargets(reader, "comment", verb + 3, verb);
  if (code[verb + 2] !== Keyword.column || !isName(reader, verb + 3)) return skip(frame, verb + 1);
  const { table, start, end } = readName(reader, verb + 3);
  if (table?.schema === undefined) return skip(frame, verb + 1);
  const owner = table.database === undefined ? { name: table.schema, quoted: table.quoted } : { name: table.schema, schema: table.database, quoted: table.quoted };
  addAccess(reader, "comment", owner, { start, end });
  return skip(frame, verb + 1);
};

/** `GRANT … ON [TABLE] a, b TO …`, `REVOKE … ON …`. */
export const readGrant: StatementHead = (reader, frame, verb) => {
  const { code } = reader.tokens;
  let at = verb + 1;
  while (at < frame.closes && at < verb + longestPrivileges && code[at] !== Keyword.on && code[at] !== Symbol.semicolon) at++;
  if (code[at] !== Keyword.on || notTables[code[at + 1]!] === 1) return skip(frame, at);
  const before = reader.accesses.length;
  const behind = readTargets(reader, code[verb] === Keyword.grant ? "grant" : "revoke", code[at + 1] === Keyword.table ? at + 2 : at + 1, verb);
  const rights = readRights(reader, { from: verb + 1, on: at }, { from: behind, to: frame.closes });
  for (const access of reader.accesses.slice(before)) access.rights = rights;
  return skip(frame, behind);
};
