import { Clause, openFrame } from "./frames.ts";
import type { Frame, TableItem } from "./frames.ts";
import { Keyword, keywordTable } from "./keywords.ts";
import { isName, partText, readName } from "./read-names.ts";
import { addAccess } from "./reader.ts";
import type { CommonTable, Reader } from "./reader.ts";
import { Kind, Symbol } from "./tokens.ts";

/** Keywords that go on with the statement where an alias without AS could stand. */
const notAliases = keywordTable([
  "all", "alter", "and", "apply", "as", "at", "begin", "case", "connect", "create", "cross", "declare", "delete", "do", "drop", "else", "end", "except", "exec",
  "execute", "exists", "fetch", "for", "force", "from", "full", "go", "group", "having", "if", "ignore", "in", "indexed", "inner", "insert", "intersect", "into", "is",
  "join", "lateral", "left", "like", "limit", "loop", "merge", "minus", "natural", "not", "null", "offset", "on", "only", "option", "or", "order", "outer",
  "output", "partition", "prewhere", "qualify", "returning", "right", "select", "set", "settings", "start", "straight_join", "tablesample", "then", "to", "truncate", "union",
  "update", "use", "using", "values", "when", "where", "while", "window", "with",
]);

/** Hints that old T-SQL writes in plain parentheses: `FROM users (NOLOCK)`. */
const tableHint = /^(?:nolock|readpast|rowlock|updlock|holdlock|tablock|tablockx|xlock|readuncommitted)$/i;

/** Reads one item of a list of tables, where a frame expects it; gives the token behind its alias, or the first inside of a parenthesis. */
export function readTableItem(reader: Reader, frame: Frame, at: number): number {
  const { code, partner } = reader.tokens;
  switch (code[at]!) {
    case Symbol.open: {
      frame.expectsTable = false;
      const inner = openFrame(reader, at + 1, partner[at]!);
      inner.expectsTable = true;
      inner.clause = Clause.tables;
      inner.isTableItem = true;
      inner.items = frame.items;
      inner.verb = frame.verb;
      return at + 1;
    }
    case Keyword.only:
    case Keyword.lateral:
      if (code[at + 1] === Symbol.open || isName(reader, at + 1)) return at + 1;
      break;
    case Keyword.rows:
      if (code[at + 1] === Keyword.from && code[at + 2] === Symbol.open) return at + 2;
      break;
    case Keyword.table:
      if (frame.isTableItem && at === frame.verbAt && isName(reader, at + 1)) return becomeQuery(frame, at);
      break;
    case Keyword.with:
    case Keyword.values:
    case Keyword.select:
    case Keyword.insert:
    case Keyword.update:
    case Keyword.delete:
    case Keyword.merge:
      if (frame.isTableItem && at === frame.verbAt && code[at + 1] !== Symbol.dot) return becomeQuery(frame, at);
      break;
  }
  frame.expectsTable = false;
  if (!isName(reader, at)) return at;
  return readTable(reader, frame, at);
}

/** The parenthesis holds a query after all: the walk reads its verb again. */
function becomeQuery(frame: Frame, at: number): number {
  frame.expectsTable = false;
  frame.clause = Clause.none;
  frame.items = undefined;
  frame.verb = 0;
  return at;
}

function readTable(reader: Reader, frame: Frame, at: number): number {
  const { code, partner } = reader.tokens;
  const name = readName(reader, at);
  let next = name.next;
  if (code[next] === Symbol.star) next++;
  if (code[next] === Symbol.open && !isTableHint(reader, next)) return noteItem(reader, frame, { access: undefined, commonTable: undefined, alias: undefined }, next);
  if (code[next] === Symbol.open) next = partner[next]! + 1;
  const isTarget = frame.items !== undefined && frame.verb === Keyword.update && frame.headItems === 0 && frame.items.length === 0;
  const commonTable = name.table?.schema === undefined && name.table !== undefined ? commonTableOf(reader, name.table.name) : undefined;
  const isPseudo = name.table !== undefined && name.table.schema === undefined && isPseudoTable(reader, name.table.name);
  const hidden = name.variable || ((commonTable !== undefined || isPseudo) && !isTarget);
  const access = hidden ? undefined : addAccess(reader, "read", name.table, { start: name.start, end: name.end });
  return noteItem(reader, frame, { access, commonTable, alias: undefined }, next);
}

function noteItem(reader: Reader, frame: Frame, item: TableItem, at: number): number {
  frame.items?.push(item);
  return reader.tokens.code[at] === Symbol.open ? at : readAlias(reader, at, item);
}

/** Reads an alias where one stands; gives the token behind it. */
export function readAlias(reader: Reader, at: number, item: TableItem | undefined): number {
  const { code, kind } = reader.tokens;
  const hasAs = code[at] === Keyword.as;
  const alias = hasAs ? at + 1 : at;
  if (alias >= reader.to) return at;
  const isAlias = kind[alias] === Kind.word ? hasAs || notAliases[code[alias]!] === 0 : kind[alias] === Kind.quoted || (hasAs && kind[alias] === Kind.string);
  if (!isAlias) return at;
  if (item !== undefined) item.alias = partText(reader, alias);
  return alias + 1;
}

/** The innermost common table expression of a name that is in sight. */
export function commonTableOf(reader: Reader, name: string): CommonTable | undefined {
  return reader.commonTables.size === 0 ? undefined : reader.commonTables.get(name.toLowerCase())?.at(-1);
}

function isPseudoTable(reader: Reader, name: string): boolean {
  const { pseudoTables } = reader.rules;
  return pseudoTables.length > 0 && pseudoTables.includes(name.toLowerCase());
}

function isTableHint(reader: Reader, open: number): boolean {
  const { kind, partner, text, start, end } = reader.tokens;
  return kind[open + 1] === Kind.word && partner[open]! > open + 1 && tableHint.test(text.slice(start[open + 1], end[open + 1]));
}
