import { Clause, openFrame } from "./frames.ts";
import type { Frame } from "./frames.ts";
import { Keyword } from "./keywords.ts";
import { partText } from "./read-names.ts";
import type { CommonTable, Reader } from "./reader.ts";
import { Kind, Symbol } from "./tokens.ts";

/** One entry of WITH: `name (columns) AS MATERIALIZED ( … )`. */
interface Definition {
  readonly name: string | undefined;
  /** The parenthesis that holds the query. */
  readonly open: number;
}

/** Whether an entry of WITH begins at a token. */
export function isCommonTable(reader: Reader, at: number): boolean {
  return definitionAt(reader, at) !== undefined;
}

/** Enters the list of WITH, whose first entry begins at `at`; gives the first token of that entry's query. */
export function enterCommonTables(reader: Reader, frame: Frame, at: number, recursive: boolean): number {
  frame.clause = Clause.commonTables;
  if (recursive || reader.rules.everyCteMayRecurse) declareAll(reader, frame, at);
  return enterCommonTable(reader, at);
}

/** Enters the query of the entry that begins at `at`; gives its first token. */
export function enterCommonTable(reader: Reader, at: number): number {
  const definition = definitionAt(reader, at);
  if (definition === undefined) return at;
  const inner = openFrame(reader, definition.open + 1, reader.tokens.partner[definition.open]!);
  if (definition.name === undefined) return definition.open + 1;
  const name = definition.name.toLowerCase();
  inner.defines = { name, source: undefined };
  return definition.open + 1;
}

/** Brings a common table expression into sight until its frame closes. */
export function declareCommonTable(reader: Reader, frame: Frame, table: CommonTable): void {
  (frame.declared ??= []).push(table);
  const known = reader.commonTables.get(table.name);
  if (known) known.push(table);
  else reader.commonTables.set(table.name, [table]);
}

/** Takes those that a frame declared out of sight. */
export function forgetCommonTables(reader: Reader, frame: Frame): void {
  for (const table of frame.declared ?? []) {
    const known = reader.commonTables.get(table.name);
    known?.pop();
    if (known?.length === 0) reader.commonTables.delete(table.name);
  }
  frame.declared = undefined;
}

function declareAll(reader: Reader, frame: Frame, from: number): void {
  for (let at = from; ; ) {
    const definition = definitionAt(reader, at);
    if (definition === undefined) return;
    if (definition.name !== undefined) declareCommonTable(reader, frame, { name: definition.name.toLowerCase(), source: undefined });
    at = reader.tokens.partner[definition.open]! + 1;
    while (at < frame.closes && reader.tokens.code[at] !== Symbol.comma && !endsList(reader, at)) at++;
    if (reader.tokens.code[at] !== Symbol.comma) return;
    at++;
  }
}

/** Between two entries only SEARCH and CYCLE may stand. */
function endsList(reader: Reader, at: number): boolean {
  const { code } = reader.tokens;
  return code[at] === Keyword.select || code[at] === Keyword.insert || code[at] === Keyword.update || code[at] === Keyword.delete || code[at] === Symbol.open || code[at] === Symbol.semicolon;
}

function definitionAt(reader: Reader, at: number): Definition | undefined {
  const { code, kind, partner } = reader.tokens;
  if (at >= reader.to || (kind[at] !== Kind.word && kind[at] !== Kind.quoted && kind[at] !== Kind.placeholder && kind[at] !== Kind.string)) return undefined;
  let next = at + 1;
  if (code[next] === Symbol.open) next = partner[next]! + 1;
  if (next <= at || code[next] !== Keyword.as) return undefined;
  next++;
  if (code[next] === Keyword.not) next++;
  if (code[next] === Keyword.materialized) next++;
  if (next >= reader.to || code[next] !== Symbol.open) return undefined;
  return { name: partText(reader, at), open: next };
}
