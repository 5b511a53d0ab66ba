import type { Operation, StatementAccess, TableName } from "../model/sql-statement.ts";
import type { Span } from "../model/place.ts";
import type { DialectRules } from "./dialects/dialect-rules.ts";
import type { Appended } from "./fill-appended.ts";
import type { FormatArgument } from "./fill-format.ts";
import type { Frame } from "./frames.ts";
import type { Tokens } from "./tokens.ts";

/** A `StatementAccess` while its statement is still being read. */
export type AccessDraft = { -readonly [Key in keyof StatementAccess]: StatementAccess[Key] };

/** A common table expression whose name hides a table. `source` is the only table that its query reads, where there is one. */
export interface CommonTable {
  readonly name: string;
  source: AccessDraft | undefined;
}

/** A text inside of the text that holds statements: a function's body, the argument of EXECUTE. */
export interface InnerText extends Span {
  /** The CREATE or DO statement whose body it is. */
  readonly accesses: AccessDraft[];
  /** The arguments behind it, where it is the format of a call: they may name its tables. */
  readonly given?: readonly (FormatArgument | undefined)[] | undefined;
  /** What is put behind it before it runs. */
  readonly appended?: Appended | undefined;
}

/** What the readers of one text share. */
export interface Reader {
  readonly tokens: Tokens;
  readonly rules: DialectRules;
  /** Behind the last token to be read. */
  to: number;
  /** Of the statement being read, in the order found. */
  accesses: AccessDraft[];
  /** Of `accesses`, those that turned out to stand for another. */
  readonly dropped: Set<AccessDraft>;
  /** The statement stands in a body: of a function, a trigger, a rule, a DO block. */
  inBody: boolean;
  /** The statement stands between BEGIN and END, THEN and END IF …: these words end it. */
  inBlock: boolean;
  /** The token of the statement's verb; -1 before it is seen. */
  verbAt: number;
  /** Where the body of a trigger, function, procedure or rule begins that the statement creates in place; -1 for none. */
  bodyAt: number;
  /** From the outside in; one a parenthesis that is being read. */
  readonly frames: Frame[];
  /** The common table expressions in sight, by folded name; the innermost last. */
  readonly commonTables: Map<string, CommonTable[]>;
  /** Bodies found and still to be read. */
  readonly innerTexts: InnerText[];
}

/** Notes an access of the statement being read. */
export function addAccess(reader: Reader, operation: Operation, table: TableName | undefined, span: Span): AccessDraft {
  const access: AccessDraft = { operation, table, span };
  if (reader.inBody) access.inBody = true;
  if (table !== undefined && livesInSession(reader, table)) access.temporary = true;
  reader.accesses.push(access);
  return access;
}

/** Whether two names are one in a statement: letters count without case. */
export function sameName(left: string, right: string): boolean {
  return left === right || (left.length === right.length && left.toLowerCase() === right.toLowerCase());
}

function livesInSession(reader: Reader, table: TableName): boolean {
  if (reader.rules.hashNames && table.name.charCodeAt(0) === 35) return true;
  return table.schema !== undefined && reader.rules.temporarySchemas.includes(table.schema.toLowerCase());
}
