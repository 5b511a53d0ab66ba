import type { TableName } from "../model/sql-statement.ts";
import type { Reader } from "./reader.ts";
import { Keyword, keywordTable } from "./keywords.ts";
import { Flag, Kind, Symbol } from "./tokens.ts";

/** A name as a statement writes it: `users`, `"auth"."users"`, `${schema}.users`. */
export interface NameReading {
  /** Undefined where the last part is not fully known. */
  readonly table: TableName | undefined;
  readonly start: number;
  readonly end: number;
  /** The token behind it. */
  readonly next: number;
  /** A variable that holds rows (`@rows`) or a stage (`@stage`): no table of the database. */
  readonly variable: boolean;
}

/** Words that begin or continue a clause: where a table is expected they say that its name is missing. */
const neverNames = keywordTable(["select", "from", "where", "set", "as", "on", "into", "values", "union", "join", "returning", "and", "having"]);

/** Words that are names only where BY does not follow. */
const namesWithoutBy = keywordTable(["order", "group"]);

/** Whether a name may begin at a token. */
export function isName(reader: Reader, index: number): boolean {
  const { kind, code } = reader.tokens;
  switch (kind[index]) {
    case Kind.word: {
      const word = code[index]!;
      if (word === 0 || code[index + 1] === Symbol.dot) return true;
      return neverNames[word] === 0 && !(namesWithoutBy[word] === 1 && code[index + 1] === Keyword.by);
    }
    case Kind.quoted:
    case Kind.placeholder:
      return true;
    case Kind.string:
      return reader.rules.stringsNameTables;
    default:
      return code[index] === Symbol.dot && isPart(kind[index + 1]!);
  }
}

/** Reads the dotted name that begins at a token for which `isName` holds; a dot before it stands behind a schema that was put in empty. */
export function readName(reader: Reader, index: number): NameReading {
  const { code, kind, start, end, text } = reader.tokens;
  let database = -1;
  let schema = -1;
  const first = code[index] === Symbol.dot ? index + 1 : index;
  let name = first;
  let at = endOfPart(reader, first);
  while (at + 1 < reader.to && code[at] === Symbol.dot) {
    const skipsSchema = code[at + 1] === Symbol.dot;
    const part = skipsSchema ? at + 2 : at + 1;
    if (part >= reader.to || !isPart(kind[part]!)) break;
    database = skipsSchema ? name : schema;
    schema = skipsSchema ? -1 : name;
    name = part;
    at = endOfPart(reader, part);
  }
  const span = { start: start[first]!, end: end[at - 1]! };
  const variable = name === index && kind[index] === Kind.placeholder && text.charCodeAt(span.start) === Symbol.at;
  return { table: tableOf(reader, partText(reader, name), schema, database, kind[name] !== Kind.word), ...span, next: at, variable };
}

/** The text of a part of a name without its quotes; undefined where some of it is unknown. */
export function partText(reader: Reader, index: number): string | undefined {
  if (index < 0) return undefined;
  const { kind, flags, start, end, text } = reader.tokens;
  if ((flags[index]! & Flag.hole) !== 0 || kind[index] === Kind.placeholder) return undefined;
  if (kind[index] === Kind.word) return text.slice(start[index], end[endOfPart(reader, index) - 1]);
  return unquote(text, start[index]!, end[index]!);
}

function unquote(text: string, from: number, to: number): string {
  if (text.charCodeAt(from + 1) === 38) return decodeUnicode(text.slice(from + 3, to - 1));
  const close = text.charAt(to - 1);
  const inner = text.slice(from + 1, to - 1);
  return inner.includes(close) ? inner.replaceAll(close + close, close) : inner;
}

/** https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS */
function decodeUnicode(inner: string): string {
  return inner.replace(/\\(?:([0-9a-f]{4})|\+([0-9a-f]{6})|\\)|""/gi, (written, four: string | undefined, six: string | undefined) => {
    const digits = four ?? six;
    if (digits === undefined) return written.charAt(0);
    const point = Number.parseInt(digits, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : written;
  });
}

function tableOf(reader: Reader, name: string | undefined, schemaPart: number, databasePart: number, quoted: boolean): TableName | undefined {
  if (name === undefined || name === "") return undefined;
  if (quoted && reader.rules.backquotedPaths && name.includes(".")) {
    const path = name.split(".");
    return tableName(path.at(-1)!, path.at(-2), path.at(-3), true);
  }
  return tableName(name, partText(reader, schemaPart), partText(reader, databasePart), quoted);
}

function tableName(name: string, schema: string | undefined, database: string | undefined, quoted: boolean): TableName {
  if (schema === undefined) return database === undefined ? { name, quoted } : { name, database, quoted };
  return database === undefined ? { name, schema, quoted } : { name, schema, database, quoted };
}

function isPart(kind: number): boolean {
  return kind === Kind.word || kind === Kind.quoted || kind === Kind.placeholder || kind === Kind.string;
}

/** Behind the token or, where a dialect's project names hold hyphens, the tokens of a part. */
function endOfPart(reader: Reader, index: number): number {
  let at = index + 1;
  if (!reader.rules.hyphensInNames || reader.tokens.kind[index] !== Kind.word) return at;
  const { code, kind, start, end } = reader.tokens;
  while (code[at] === Symbol.minus && start[at] === end[at - 1] && start[at + 1] === end[at] && (kind[at + 1] === Kind.word || kind[at + 1] === Kind.number)) at += 2;
  return at;
}

/** The token behind the name that begins at a token for which `isName` holds. */
export function endOfName(reader: Reader, index: number): number {
  const { code, kind } = reader.tokens;
  let at = endOfPart(reader, code[index] === Symbol.dot ? index + 1 : index);
  while (code[at] === Symbol.dot) {
    const part = code[at + 1] === Symbol.dot ? at + 2 : at + 1;
    if (part >= reader.to || !isPart(kind[part]!)) break;
    at = endOfPart(reader, part);
  }
  return at;
}
