import type { Dialect, TableName } from "../model/sql-statement.ts";
import { Keyword } from "./keywords.ts";
import { openReader } from "./open-reader.ts";
import { isName, readName } from "./read-names.ts";
import { readStatements } from "./read-statements.ts";
import type { Reader } from "./reader.ts";
import { Symbol } from "./tokens.ts";

export interface Rename {
  readonly from: TableName;
  readonly to: TableName;
}

/** What `ALTER TABLE a RENAME TO b` and `RENAME TABLE a TO b, c TO d` call tables from then on; names that are not fully known are left out. */
export function readRenames(text: string, dialect: Dialect): readonly Rename[] {
  const renames: Rename[] = [];
  const { reader, close } = openReader(text, dialect);
  readStatements(reader, 0, ({ verb, end, accesses }) => {
    const renamed = accesses.filter(({ operation, table }) => operation === "rename-table" && table);
    const targets = targetsOf(reader, verb, end);
    renamed.forEach(({ table: from }, index) => {
      const to = targets[index];
      if (from && to) renames.push({ from, to });
    });
  });
  close();
  return renames;
}

function targetsOf(reader: Reader, from: number, end: number): readonly (TableName | undefined)[] {
  const { code } = reader.tokens;
  const targets: (TableName | undefined)[] = [];
  for (let at = from + 1; at + 1 < end; at++) {
    const leads = code[at] === Keyword.to || ((code[at] === Keyword.as || code[at] === Symbol.equals) && code[at - 1] === Keyword.rename);
    if (leads && isName(reader, at + 1)) targets.push(readName(reader, at + 1).table);
  }
  return targets;
}
