import type { ColumnDefinition, ForeignKey, ReferentialAction, TableDefinition } from "../model/table-definition.ts";
import type { Dialect } from "../model/sql-statement.ts";
import { Keyword, keywordTable } from "./keywords.ts";
import { openReader } from "./open-reader.ts";
import { noAssignments, readColumnList } from "./read-assignments.ts";
import { isTableConstraint } from "./is-table-constraint.ts";
import { isName, partText, readName } from "./read-names.ts";
import { readStatements } from "./read-statements.ts";
import type { Reader } from "./reader.ts";
import { findObject } from "./statements/create.ts";
import { skipIfExists } from "./statements/statement-head.ts";
import { endOfToken, Kind, Symbol } from "./tokens.ts";

/** What is collected of one table. */
interface Draft {
  readonly columns: ColumnDefinition[];
  readonly foreignKeys: ForeignKey[];
  readonly primaryKey: string[];
}

/** The columns and keys that the CREATE TABLE and ALTER TABLE ADD statements of a text define, in order; tables whose name is not fully known are left out. */
export function readTableDefinitions(text: string, dialect: Dialect): readonly TableDefinition[] {
  const definitions: TableDefinition[] = [];
  const { reader, close } = openReader(text, dialect);
  readStatements(reader, 0, ({ verb, end }) => {
    const word = reader.tokens.code[verb];
    const definition = word === Keyword.create || word === Keyword.alter ? readDefinition(reader, verb, end) : undefined;
    if (definition !== undefined) definitions.push(definition);
  });
  close();
  return definitions;
}

function readDefinition(reader: Reader, verb: number, end: number): TableDefinition | undefined {
  const { code, partner } = reader.tokens;
  const object = findObject(reader, verb + 1);
  if (code[object] !== Keyword.table) return undefined;
  let at = skipIfExists(reader, object + 1);
  if (code[at] === Keyword.only) at++;
  if (!isName(reader, at)) return undefined;
  const name = readName(reader, at);
  if (name.table === undefined) return undefined;
  const draft: Draft = { columns: [], foreignKeys: [], primaryKey: [] };
  const creates = code[verb] === Keyword.create;
  if (!creates) readActions(reader, name.next, end, draft);
  else if (code[name.next] === Symbol.open) readElements(reader, name.next + 1, partner[name.next]!, draft);
  if (draft.columns.length + draft.foreignKeys.length + draft.primaryKey.length === 0) return undefined;
  return { table: name.table, span: { start: name.start, end: name.end }, kind: creates ? "create" : "add", ...draft };
}

/** The actions of ALTER TABLE that add: `ADD [COLUMN] name type`, `ADD CONSTRAINT …`, `ADD (a int, b int)`. */
function readActions(reader: Reader, from: number, end: number, draft: Draft): void {
  const { code, partner } = reader.tokens;
  for (const [first, last] of elements(reader, from, end)) {
    if (code[first] !== Keyword.add) continue;
    let at = code[first + 1] === Keyword.column ? first + 2 : first + 1;
    at = skipIfExists(reader, at);
    if (code[at] === Symbol.open) readElements(reader, at + 1, Math.min(partner[at]!, last), draft);
    else readElement(reader, at, last, draft);
  }
}

function readElements(reader: Reader, from: number, end: number, draft: Draft): void {
  for (const [first, last] of elements(reader, from, end)) readElement(reader, first, last, draft);
}

/** The parts of a list, commas inside of parentheses left alone. */
function elements(reader: Reader, from: number, end: number): readonly (readonly [number, number])[] {
  const { code, partner } = reader.tokens;
  const found: [number, number][] = [];
  let first = from;
  for (let at = from; at < end; at++) {
    if (code[at] === Symbol.open) at = Math.max(partner[at]!, at);
    else if (code[at] === Symbol.comma) {
      found.push([first, at]);
      first = at + 1;
    }
  }
  if (first < end) found.push([first, end]);
  return found;
}

function readElement(reader: Reader, first: number, last: number, draft: Draft): void {
  const { code, kind, start, end } = reader.tokens;
  if (first >= last) return;
  if (isTableConstraint(reader, first, last)) {
    readConstraint(reader, first, last, draft);
    return;
  }
  const name = kind[first] === Kind.word || kind[first] === Kind.quoted || kind[first] === Kind.string ? partText(reader, first) : undefined;
  if (name === undefined) return;
  draft.columns.push({ name, type: typeOf(reader, first + 1, last), span: { start: start[first]!, end: end[first]! } });
  for (let at = first + 1; at < last; at++) {
    if (code[at] === Symbol.open) at = Math.max(at, reader.tokens.partner[at]!);
    else if (code[at] === Keyword.primary && code[at + 1] === Keyword.key) draft.primaryKey.push(name);
    else if (code[at] === Keyword.references) readReference(reader, at, last, [name], draft);
  }
}

function readConstraint(reader: Reader, first: number, last: number, draft: Draft): void {
  const { code, kind, partner } = reader.tokens;
  let columns: readonly string[] = [];
  for (let at = first; at < last; at++) {
    const isKey = code[at] === Keyword.key && (code[at - 1] === Keyword.primary || code[at - 1] === Keyword.foreign);
    if (isKey) {
      let open = at + 1;
      while (open < last && code[open] !== Symbol.open && (kind[open] === Kind.word || kind[open] === Kind.quoted)) open++;
      if (code[open] !== Symbol.open) {
        if (code[at - 1] === Keyword.primary) draft.primaryKey.push(...nameAt(reader, at + 1, last));
        continue;
      }
      columns = columnNames(reader, open);
      if (code[at - 1] === Keyword.primary) draft.primaryKey.push(...columns);
      at = Math.max(at, partner[open]!);
    } else if (code[at] === Keyword.references) {
      readReference(reader, at, last, columns, draft);
    } else if (code[at] === Symbol.open) {
      at = Math.max(at, partner[at]!);
    }
  }
}

function readReference(reader: Reader, references: number, last: number, columns: readonly string[], draft: Draft): void {
  const { code, partner } = reader.tokens;
  if (!isName(reader, references + 1)) return;
  const name = readName(reader, references + 1);
  if (name.table === undefined) return;
  const hasList = code[name.next] === Symbol.open;
  const referenced = hasList ? columnNames(reader, name.next) : [];
  const from = hasList ? partner[name.next]! : name.next;
  draft.foreignKeys.push({
    columns,
    table: name.table,
    referenced,
    onDelete: actionBehind(reader, Keyword.delete, from, last),
    onUpdate: actionBehind(reader, Keyword.update, from, last),
  });
}

/** `ON DELETE CASCADE`; the clauses of one reference end where the next begins. */
function actionBehind(reader: Reader, event: number, from: number, last: number): ReferentialAction | undefined {
  const { code, text, start } = reader.tokens;
  for (let at = from; at + 2 < last + 1 && code[at] !== Keyword.references; at++) {
    if (code[at] !== Keyword.on || code[at + 1] !== event) continue;
    const words = text.slice(start[at + 2], endOfToken(reader.tokens, Math.min(at + 3, last - 1))).toLowerCase().replace(/\s+/g, " ");
    return actions.find((action) => words.startsWith(action));
  }
  return undefined;
}

const actions: readonly ReferentialAction[] = ["cascade", "set null", "set default", "restrict", "no action"];

/** ClickHouse's key without parentheses. */
function nameAt(reader: Reader, at: number, last: number): readonly string[] {
  const name = at < last ? partText(reader, at) : undefined;
  return name === undefined ? [] : [name];
}

function columnNames(reader: Reader, open: number): readonly string[] {
  const list = noAssignments();
  readColumnList(reader, open, list);
  return list.columns.map((parts) => parts.at(-1)!);
}

/** Words behind a column's name that end its type or stand where it would be. */
const behindType = keywordTable([
  "as", "begin", "check", "column", "comment", "constraint", "default", "first", "after", "for", "generated", "key", "like", "not", "null", "on", "option", "primary", "references",
  "unique", "using", "with", "virtual",
]);
const behindTypeText = /^(?:collate|autoincrement|auto_increment|identity|stored|encode|distkey|sortkey|masking|visible|invisible|storage|compression|codec|ttl)$/i;

function typeOf(reader: Reader, from: number, last: number): string | undefined {
  const { code, kind, partner, text, start } = reader.tokens;
  let at = from;
  while (at < last) {
    if (code[at] === Symbol.open && at > from) at = Math.max(partner[at]!, at) + 1;
    else if (code[at] === Symbol.openBracket || code[at] === Symbol.closeBracket || code[at] === Symbol.dot || (kind[at] === Kind.number && code[at - 1] === Symbol.openBracket)) at++;
    else if ((kind[at] === Kind.word || kind[at] === Kind.quoted) && !endsType(reader, at)) at++;
    else break;
  }
  return at > from ? text.slice(start[from], endOfToken(reader.tokens, at - 1)) : undefined;
}

/** `timestamp WITH time zone` and `character set` go on with the type. */
function endsType(reader: Reader, at: number): boolean {
  const { code, text, start, end } = reader.tokens;
  if (code[at] === Keyword.with) return !/^time$/i.test(text.slice(start[at + 1], end[at + 1]));
  return behindType[code[at]!] === 1 || behindTypeText.test(text.slice(start[at], end[at]));
}
