import { enterCommonTables, isCommonTable } from "../common-tables.ts";
import { Clause } from "../frames.ts";
import type { Frame } from "../frames.ts";
import { Keyword, keywordTable } from "../keywords.ts";
import { isName, readName } from "../read-names.ts";
import { addAccess } from "../reader.ts";
import type { Reader } from "../reader.ts";
import { readNextTarget } from "../statements/insert.ts";
import { endsBefore } from "../statement-starts.ts";
import { Kind, Symbol } from "../tokens.ts";
import type { ClauseHandler, ClauseHandlers } from "./clause-handler.ts";

/** What may stand behind UNION where another query follows. */
const beginsQuery = keywordTable(["select", "all", "distinct", "values", "table", "with"]);

const readWith: ClauseHandler = (reader, frame, at) => {
  const recursive = reader.tokens.code[at + 1] === Keyword.recursive && isCommonTable(reader, at + 2);
  const entry = recursive ? at + 2 : at + 1;
  if (frame.clause === Clause.closed) return at + 1;
  return isCommonTable(reader, entry) ? enterCommonTables(reader, frame, entry, recursive) : at + 1;
};

const readSelect: ClauseHandler = (reader, frame, at) => {
  if (frame.clause === Clause.selectList && reader.tokens.code[at - 1] === Keyword.as) return at + 1;
  if (endsBefore(reader, frame, at)) return at;
  if (frame.clause === Clause.closed) return at + 1;
  frame.clause = Clause.selectList;
  if (frame.verb === 0) {
    frame.verb = Keyword.select;
    if (reader.frames[0] === frame) reader.verbAt = at;
  }
  return at + 1;
};

const readFrom: ClauseHandler = (reader, frame, at) => {
  const { code } = reader.tokens;
  const compares = code[at - 1] === Keyword.distinct && (code[at - 2] === Keyword.is || code[at - 2] === Keyword.not);
  const listsTables = frame.clause === Clause.selectList || frame.clause === Clause.output || frame.clause === Clause.tables || (frame.clause === Clause.set && frame.verb === Keyword.update);
  if (!compares && listsTables) expectTable(frame);
  return at + 1;
};

const readJoin: ClauseHandler = (_reader, frame, at) => {
  if (frame.clause === Clause.tables) {
    frame.expectsTable = true;
    frame.joined = true;
  }
  return at + 1;
};

const readUsing: ClauseHandler = (_reader, frame, at) => {
  const listsTables = frame.verb === Keyword.merge || (frame.verb === Keyword.delete && !frame.joined);
  if (listsTables && frame.clause !== Clause.rest) expectTable(frame);
  return at + 1;
};

/** A clause behind the list of tables. */
const leaveTables: ClauseHandler = (_reader, frame, at) => {
  if (frame.clause === Clause.tables || frame.clause === Clause.set) frame.clause = Clause.rest;
  return at + 1;
};

const readFor: ClauseHandler = (reader, frame, at) => (reader.tokens.code[at + 1] === Keyword.system_time ? at + 1 : leaveTables(reader, frame, at));

const readSetOperation: ClauseHandler = (reader, frame, at) => {
  const next = reader.tokens.code[at + 1]!;
  if (next === Symbol.open || beginsQuery[next] === 1) frame.clause = Clause.none;
  return at + 1;
};

/** `TABLE t`, short for SELECT * FROM t. */
const readTableQuery: ClauseHandler = (reader, frame, at) => {
  const mayStand = frame.clause === Clause.none || frame.clause === Clause.commonTables;
  if (mayStand && isName(reader, at + 1)) expectTable(frame);
  return at + 1;
};

/** SELECT … INTO, OUTPUT … INTO. */
const readInto: ClauseHandler = (reader, frame, at) => {
  if (frame.clause === Clause.output) return readOutputTarget(reader, at + 1);
  if (frame.clause === Clause.targets) return readNextTarget(reader, frame, at + 1);
  const creates = reader.inBody ? reader.rules.selectIntoCreatesInBodies : reader.rules.selectIntoCreates;
  const isTarget = (frame.verb === Keyword.select || frame.verb === Keyword.insert) && frame.clause === Clause.selectList;
  return creates && isTarget ? readSelectInto(reader, frame, at + 1) : at + 1;
};

/** `x IN t`. MySQL's `IN BOOLEAN MODE` and `LOCK IN SHARE MODE` name no table. */
const readMembership: ClauseHandler = (reader, frame, at) => {
  const { code, kind, text, start, end } = reader.tokens;
  const isOperand = (kind[at + 1] === Kind.word || kind[at + 1] === Kind.quoted) && at + 1 < frame.closes && isName(reader, at + 1);
  const mayStand = frame.clause !== Clause.closed && !reader.inBlock && (frame.verb !== 0 || !isArgumentOfPosition(reader, frame));
  if (!reader.rules.membershipOfTable || !mayStand || !isOperand) return at + 1;
  const name = readName(reader, at + 1);
  const isFunction = code[name.next] === Symbol.open;
  const isMode = /^(?:boolean|natural|share)$/i.test(text.slice(start[at + 1], end[at + 1]));
  const isHidden = name.table !== undefined && name.table.schema === undefined && reader.commonTables.has(name.table.name.toLowerCase());
  if (!isFunction && !isMode && !isHidden) addAccess(reader, "read", name.table, { start: name.start, end: name.end });
  return name.next;
};

const changes = keywordTable(["insert", "update", "delete", "merge"]);

/** T-SQL's `OUTPUT deleted.id INTO t`. */
const readOutput: ClauseHandler = (_reader, frame, at) => {
  if (changes[frame.verb] === 1 && frame.clause !== Clause.closed) frame.clause = Clause.output;
  return at + 1;
};

/** What queries are made of. */
export const queryClauses: ClauseHandlers = {
  with: readWith,
  select: readSelect,
  perform: readSelect,
  from: readFrom,
  join: readJoin,
  straight_join: readJoin,
  apply: readJoin,
  using: readUsing,
  table: readTableQuery,
  into: readInto,
  output: readOutput,
  in: readMembership,
  union: readSetOperation,
  intersect: readSetOperation,
  except: readSetOperation,
  minus: readSetOperation,
  for: readFor,
  where: leaveTables,
  group: leaveTables,
  having: leaveTables,
  order: leaveTables,
  limit: leaveTables,
  offset: leaveTables,
  fetch: leaveTables,
  window: leaveTables,
  returning: leaveTables,
  qualify: leaveTables,
  connect: leaveTables,
  prewhere: leaveTables,
  option: leaveTables,
  settings: leaveTables,
};

/** A created table takes its rows from the tables that its query reads. */
export function copyReads(reader: Reader, frame: Frame): void {
  const created = frame.written;
  if (created === undefined) return;
  const sources = reader.accesses.slice(frame.firstAccess).flatMap((access) => (access.operation === "read" && access.table ? [access.table] : []));
  if (sources.length > 0) created.copiesFrom = sources;
}

/** `position('a' IN name)`. */
function isArgumentOfPosition(reader: Reader, frame: Frame): boolean {
  const { text, start, end } = reader.tokens;
  const before = frame.verbAt - 2;
  return reader.frames[0] === frame || (before >= 0 && /^position$/i.test(text.slice(start[before], end[before])));
}

function expectTable(frame: Frame): void {
  frame.clause = Clause.tables;
  frame.expectsTable = true;
}

function readOutputTarget(reader: Reader, at: number): number {
  if (!isName(reader, at)) return at;
  const name = readName(reader, at);
  if (!name.variable) addAccess(reader, "insert", name.table, { start: name.start, end: name.end });
  return name.next;
}

const intoModifiers = keywordTable(["temp", "temporary", "unlogged", "table", "local", "global"]);

function readSelectInto(reader: Reader, frame: Frame, from: number): number {
  const { code, kind } = reader.tokens;
  let at = from;
  let temporary = false;
  for (; intoModifiers[code[at]!] === 1; at++) temporary ||= code[at] === Keyword.temp || code[at] === Keyword.temporary;
  if (kind[at] === Kind.string || code[at] === Keyword.outfile || code[at] === Keyword.dumpfile || !isName(reader, at)) return at;
  const name = readName(reader, at);
  if (name.variable) return name.next;
  const created = addAccess(reader, "create-table", name.table, { start: name.start, end: name.end });
  if (temporary) created.temporary = true;
  if (frame.verb === Keyword.select) {
    frame.written = created;
    frame.finish = copyReads;
  }
  return name.next;
}
