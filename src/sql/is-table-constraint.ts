import type { Reader } from "./reader.ts";
import { endOfToken, Kind, Symbol } from "./tokens.ts";

/** What stands in the parentheses of a list of columns or expressions; a type's length is a number, a literal or `max`. */
const LIST = String.raw`\((?= (?!max )[\p{L}_"\x60[(])`;

/**
 * The beginnings of elements of CREATE TABLE that are no columns, in small letters, blanks between all tokens. Many of these words name
 * columns too, where the engine does not reserve them: a type follows then.
 * postgresql.org/docs/current/sql-createtable.html, dev.mysql.com/doc/refman/8.4/en/create-table.html, mariadb.com/kb/en/create-table,
 * sqlite.org/lang_createtable.html, clickhouse.com/docs/sql-reference/statements/create/table, learn.microsoft.com/sql/t-sql/statements/create-table-transact-sql,
 * docs.oracle.com (SQL Language Reference, CREATE TABLE), cockroachlabs.com/docs/stable/create-table
 */
const BEGINNINGS = [
  "constraint ",
  "like ",
  "unique ",
  String.raw`check \(`,
  "(?:primary|foreign) key ",
  String.raw`not null (?=\S)`,
  String.raw`(?:key|index|family) (?:\S+ )?(?:${LIST}|using )`,
  String.raw`index \S+ (?:unique|clustered|nonclustered|hash) `,
  "(?:fulltext|spatial|inverted|vector) (?:key|index) ",
  String.raw`(?:fulltext|spatial) (?:\S+ )?${LIST}`,
  String.raw`exclude (?:using |\()`,
  "period for ",
  String.raw`projection \S+ \( (?:select|with) `,
  "supplemental log ",
];

const CONSTRAINT = new RegExp(`^(?:${BEGINNINGS.join("|")})`, "u");

/** How many tokens tell. */
const HEAD = 5;

/** Whether an element of CREATE TABLE, its tokens from `first` up to `last`, is a constraint, a key or an index. */
export function isTableConstraint(reader: Reader, first: number, last: number): boolean {
  const { kind, text, start } = reader.tokens;
  if (kind[first] !== Kind.word) return false;
  const words = Array.from({ length: Math.min(HEAD, last - first) }, (_, index) => text.slice(start[first + index], endOfToken(reader.tokens, first + index)).toLowerCase());
  return CONSTRAINT.test(`${words.join(" ")} `) || (words[0] === "index" && hasIndexType(reader, first, last));
}

/** ClickHouse's `INDEX name expression TYPE minmax`. */
function hasIndexType({ tokens: { code, kind, partner, text, start, end } }: Reader, first: number, last: number): boolean {
  for (let at = first + 3; at + 1 < last; at++) {
    if (code[at] === Symbol.open) at = Math.max(at, partner[at]!);
    else if (kind[at] === Kind.word && /^type$/i.test(text.slice(start[at], end[at]))) return true;
  }
  return false;
}
