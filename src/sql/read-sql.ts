import type { Dialect, SqlReading, SqlStatement, StatementAccess } from "../model/sql-statement.ts";
import { fillAppended } from "./fill-appended.ts";
import { fillFormat } from "./fill-format.ts";
import { isStatementForm } from "./is-statement-form.ts";
import { openReader } from "./open-reader.ts";
import { readInnerText, readStatements, spanOf } from "./read-statements.ts";
import type { FoundStatement } from "./read-statements.ts";
import type { AccessDraft, Reader } from "./reader.ts";
import { appendToken, Boundary, endOfToken, Kind, sealTokens } from "./tokens.ts";
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
    readInnerTexts(reader);
    const accesses = options.taken || formed ? settledAccesses(found.accesses, reader) : [];
    if (formed || accesses.length > 0) statements.push(toStatement(reader, found, formed, accesses));
  });
  close();
  return { statements };
}

function toStatement(reader: Reader, found: FoundStatement, formed: boolean, accesses: readonly StatementAccess[]): SqlStatement {
  const { tokens } = reader;
  const verb = { start: tokens.start[found.verb]!, end: endOfToken(tokens, found.verb) };
  const statement = { span: spanOf(reader, found.first, found.end), verb, formed, accesses };
  return found.part === undefined ? statement : { ...statement, part: found.part };
}

/** Reads the bodies that the statement just read holds in strings, and the statements in strings in those. Their tokens stand behind the others for so long. */
function readInnerTexts(reader: Reader): void {
  if (reader.innerTexts.length === 0) return;
  const { tokens, to } = reader;
  let level = reader.innerTexts.splice(0);
  for (let depth = 0; depth < deepestInnerText && level.length > 0; depth++) {
    for (const inner of level) {
      const from = appendToken(tokens, Kind.boundary, Boundary.batch, inner.start, inner.start) + 1;
      tokenise(tokens, inner.start, inner.end, reader.rules);
      reader.to = tokens.count;
      const before = inner.accesses.length;
      readInnerText(reader, from, inner);
      const found = inner.accesses.slice(before);
      fillFormat(reader, inner, found);
      fillAppended(reader, inner, found);
      tokens.count = from - 1;
    }
    level = reader.innerTexts.splice(0);
  }
  sealTokens(tokens);
  reader.to = to;
}

/** Without what stood for another table, and in order: what is found at a statement's end, such as an alias's table, may stand before the rest. */
function settledAccesses(found: readonly AccessDraft[], reader: Reader): readonly StatementAccess[] {
  const accesses = reader.dropped.size > 0 ? found.filter((access) => !reader.dropped.has(access)) : found.slice();
  reader.dropped.clear();
  const isSorted = accesses.every((access, place) => place === 0 || accesses[place - 1]!.span.start <= access.span.start);
  return isSorted ? accesses : accesses.sort((left, right) => left.span.start - right.span.start);
}
