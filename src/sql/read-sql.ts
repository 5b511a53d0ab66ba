import type { Dialect, SqlReading, SqlStatement, StatementAccess } from "../model/sql-statement.ts";
import { isStatementForm } from "./is-statement-form.ts";
import { openReader } from "./open-reader.ts";
import { readInnerText, readStatements, spanOf } from "./read-statements.ts";
import type { FoundStatement } from "./read-statements.ts";
import type { Reader } from "./reader.ts";
import { appendToken, Boundary, Kind } from "./tokens.ts";
import { tokenise } from "./tokenise.ts";

/** How deep statements in strings in statements are followed. */
const deepestInnerText = 4;

/**
 * The statements of a text and the tables that they read and write. In `text` each unknown part is one `HOLE` character; spans are
 * offsets in it. `taken`: a database call takes the text, so whatever it says is read; otherwise statements whose `formed` is false
 * are prose and have no accesses. Pure; never throws; takes time in proportion to the text's length.
 */
export function readSql(text: string, options: { readonly dialect: Dialect; readonly taken: boolean }): SqlReading {
  const { reader, close } = openReader(text, options.dialect);
  const statements: SqlStatement[] = [];
  readStatements(reader, 0, (found) => {
    const formed = isStatementForm(reader, found);
    statements.push(toStatement(reader, found, formed, options.taken));
  });
  readInnerTexts(reader);
  for (const statement of statements) settleAccesses(statement, reader.dropped);
  close();
  return { statements: statements.filter((statement) => statement.accesses.length > 0 || statement.formed) };
}

function toStatement(reader: Reader, found: FoundStatement, formed: boolean, taken: boolean): SqlStatement {
  const { tokens } = reader;
  const statement = {
    span: spanOf(reader, found.first, found.end),
    verb: { start: tokens.start[found.verb]!, end: tokens.end[found.verb]! },
    formed,
    accesses: taken || formed ? found.accesses : [],
  };
  return found.part === undefined ? statement : { ...statement, part: found.part };
}

function readInnerTexts(reader: Reader): void {
  let level = reader.innerTexts.splice(0);
  for (let depth = 0; depth < deepestInnerText && level.length > 0; depth++) {
    for (const inner of level) {
      const from = appendToken(reader.tokens, Kind.boundary, Boundary.batch, inner.start, inner.start) + 1;
      tokenise(reader.tokens, inner.start, inner.end, reader.rules);
      reader.to = reader.tokens.count;
      readInnerText(reader, from, inner);
      reader.tokens.count = from - 1;
    }
    level = reader.innerTexts.splice(0);
  }
}

/** Leaves out what stood for another table; puts in order what was found at a statement's end, such as an alias's table. */
function settleAccesses(statement: SqlStatement, dropped: ReadonlySet<StatementAccess>): void {
  const accesses = statement.accesses as StatementAccess[];
  if (dropped.size > 0) {
    let kept = 0;
    for (const access of accesses) if (!dropped.has(access)) accesses[kept++] = access;
    accesses.length = kept;
  }
  const isSorted = accesses.every((access, place) => place === 0 || accesses[place - 1]!.span.start <= access.span.start);
  if (!isSorted) accesses.sort((left, right) => left.span.start - right.span.start);
}
