import type { Dialect } from "../model/sql-statement.ts";
import { Keyword, keywordTable } from "./keywords.ts";
import { openReader } from "./open-reader.ts";
import { partText } from "./read-names.ts";
import { readStatements } from "./read-statements.ts";
import type { Reader } from "./reader.ts";
import { skipIfExists } from "./statements/statement-head.ts";
import { Kind, Symbol } from "./tokens.ts";

/** What ALTER TABLE makes of a column that is there: a new name, or none where it goes. */
export interface ColumnChange {
  readonly from: string;
  readonly to: string | undefined;
}

/** The columns that ALTER TABLE statements drop and rename: `DROP COLUMN a`, `RENAME COLUMN a TO b`, `CHANGE a b int`. */
export function readColumnChanges(text: string, dialect: Dialect): readonly ColumnChange[] {
  const changes: ColumnChange[] = [];
  const { reader, close } = openReader(text, dialect);
  readStatements(reader, 0, ({ verb, end }) => {
    const { code, partner } = reader.tokens;
    if (code[verb] !== Keyword.alter || code[verb + 1] !== Keyword.table) return;
    for (let at = verb + 2; at < end; at++) {
      if (code[at] === Symbol.open) at = Math.max(at, partner[at]!);
      else changes.push(...changeAt(reader, at, end));
    }
  });
  close();
  return changes;
}

/** What DROP and RENAME are of besides columns. */
const otherObjects = keywordTable(["constraint", "primary", "foreign", "index", "key", "check", "partition", "default", "not", "to", "as"]);

function changeAt(reader: Reader, at: number, end: number): readonly ColumnChange[] {
  const { code, text, start } = reader.tokens;
  const drops = code[at] === Keyword.drop;
  const renames = code[at] === Keyword.rename || /^change\s/i.test(text.slice(start[at], start[at]! + "change ".length));
  if (!drops && !renames) return [];
  const name = skipIfExists(reader, code[at + 1] === Keyword.column ? at + 2 : at + 1);
  if (name >= end || otherObjects[code[name]!] === 1) return [];
  const from = nameAt(reader, name);
  if (from === undefined) return [];
  if (drops) return [{ from, to: undefined }];
  const to = nameAt(reader, code[name + 1] === Keyword.to ? name + 2 : name + 1);
  return to === undefined ? [] : [{ from, to }];
}

function nameAt(reader: Reader, at: number): string | undefined {
  const kind = reader.tokens.kind[at];
  return kind === Kind.word || kind === Kind.quoted ? partText(reader, at) : undefined;
}
