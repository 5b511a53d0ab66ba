import type { Operation } from "../../model/sql-statement.ts";
import { Clause } from "../frames.ts";
import type { Frame } from "../frames.ts";
import { Keyword } from "../keywords.ts";
import { copyReads } from "../clauses/query.ts";
import { isName, readName } from "../read-names.ts";
import { addAccess } from "../reader.ts";
import type { Reader } from "../reader.ts";
import { Kind, Symbol } from "../tokens.ts";
import { findBody } from "./body.ts";
import { readTarget, skim, skip, skipIfExists, skipWords, wordsToSkip } from "./statement-head.ts";
import type { StatementHead } from "./statement-head.ts";

/** Words between the verb and what is created, altered or dropped. */
const prefixes = wordsToSkip(
  "or", "replace", "temp", "temporary", "global", "local", "unlogged", "external", "foreign", "virtual", "materialized", "recursive", "unique", "constraint",
  "transient", "volatile", "secure", "dynamic", "hybrid", "iceberg", "multiset", "set", "private", "if", "not", "exists", "no", "force", "editionable", "noneditionable",
  "fulltext", "spatial", "clustered", "nonclustered", "columnstore", "bitmap", "aggregate", "online", "offline", "ignore", "snapshot", "live", "sharded", "immutable",
  "blockchain",
);

/** MySQL's settings between CREATE and the object: `ALGORITHM = MERGE DEFINER = a@b SQL SECURITY INVOKER`. */
const settings = wordsToSkip("algorithm", "definer", "sql");

/** How far behind CREATE SCHEMA its first object may stand: `name AUTHORIZATION role`. */
const longestSchemaHead = 8;

const beforeIndexName = wordsToSkip("concurrently");

/** CREATE: a table, a view, or something that belongs to a table or acts on one. */
export const readCreate: StatementHead = (reader, frame, verb) => {
  const { code } = reader.tokens;
  const at = findObject(reader, verb + 1);
  switch (code[at]) {
    case Keyword.table:
      return readCreateTable(reader, frame, verb, at);
    case Keyword.view:
      return readCreateView(reader, frame, verb, at, "create-view");
    case Keyword.index:
      return skim(frame, readOnTable(reader, "create-index", skipWords(reader, at + 1, beforeIndexName)));
    case Keyword.trigger:
      return findBody(reader, frame, readOnTable(reader, "create-trigger", at + 1));
    case Keyword.rule:
      return findBody(reader, frame, readRuleTable(reader, at + 1));
    case Keyword.function:
    case Keyword.procedure:
    case Keyword.proc:
    case Keyword.event:
    case Keyword.package:
      return findBody(reader, frame, at + 1);
    case Keyword.schema:
      return readSchemaElements(reader, frame, at + 1);
    default:
      return skip(frame, verb + 1);
  }
};

/** The view's name and, for the walk, its query. */
export function readCreateView(reader: Reader, frame: Frame, verb: number, object: number, operation: Operation): number {
  const { code, partner } = reader.tokens;
  let at = skipWords(reader, object + 1, beforeIndexName);
  const target = readTarget(reader, operation, skipIfExists(reader, at), verb);
  if (target.access && isTemporary(reader, verb, object)) target.access.temporary = true;
  at = target.next;
  if (code[at] === Symbol.open) at = partner[at]! + 1;
  frame.clause = Clause.none;
  if (reader.rules.viewsReadWhenUsed) frame.finish = (reader_, frame_) => moveReadsIntoBody(reader_, frame_);
  return at;
}

/** The token that names what is created, altered or dropped: TABLE, VIEW … or a word that is none of ours. */
export function findObject(reader: Reader, from: number): number {
  const { code, kind, partner } = reader.tokens;
  let at = from;
  for (;;) {
    at = skipWords(reader, at, prefixes);
    if (settings[code[at]!] !== 1) return at;
    at += 3;
    if (code[at] === Symbol.at) at += 2;
    else if (kind[at] === Kind.placeholder) at++;
    else if (code[at] === Symbol.open) at = partner[at]! + 1;
  }
}

/** Reads `name ON t`: an index or a trigger of the table. Gives the token behind the table. */
export function readOnTable(reader: Reader, operation: Operation, from: number): number {
  const { code, partner } = reader.tokens;
  let at = from;
  while (at < reader.to && code[at] !== Keyword.on && code[at] !== Symbol.semicolon) at = code[at] === Symbol.open ? Math.max(partner[at]!, at) + 1 : at + 1;
  if (code[at] !== Keyword.on) return at;
  at++;
  if (code[at] === Keyword.only) at++;
  if (code[at] === Keyword.all || code[at] === Keyword.database || !isName(reader, at)) return at;
  const name = readName(reader, at);
  addAccess(reader, operation, name.table, { start: name.start, end: name.end });
  return name.next;
}

function readCreateTable(reader: Reader, frame: Frame, verb: number, object: number): number {
  const { code, partner } = reader.tokens;
  const target = readTarget(reader, "create-table", skipIfExists(reader, object + 1), verb);
  if (target.access && isTemporary(reader, verb, object)) target.access.temporary = true;
  frame.written = target.access;
  frame.finish = copyReads;
  let at = target.next;
  if (code[at] === Keyword.using) return skip(frame, at);
  if (code[at] === Symbol.open && !isQueryAt(reader, at + 1)) {
    readLikeElements(reader, at);
    at = Math.min(partner[at]! + 1, reader.to);
  }
  frame.clause = Clause.none;
  return readTemplates(reader, at);
}

/** `CREATE TABLE a LIKE b`, `CREATE TABLE a CLONE b`. */
function readTemplates(reader: Reader, at: number): number {
  const { code } = reader.tokens;
  const copies = code[at] === Keyword.like || code[at] === Keyword.clone || (code[at] === Keyword.copy && isName(reader, at + 1));
  if (!copies || !isName(reader, at + 1)) return at;
  return readSource(reader, at + 1);
}

/** `CREATE TABLE a (LIKE b, …)`. */
function readLikeElements(reader: Reader, open: number): void {
  const { code, partner } = reader.tokens;
  for (let at = open + 1; at < partner[open]!; at++) {
    if (code[at] === Keyword.like && (code[at - 1] === Symbol.comma || at === open + 1) && isName(reader, at + 1)) readSource(reader, at + 1);
    else if (code[at] === Symbol.open) at = Math.max(at, partner[at]!);
  }
}

function readSource(reader: Reader, at: number): number {
  const name = readName(reader, at);
  addAccess(reader, "read", name.table, { start: name.start, end: name.end });
  return name.next;
}

function isQueryAt(reader: Reader, at: number): boolean {
  const code = reader.tokens.code[at];
  return code === Keyword.select || code === Keyword.with || code === Symbol.open;
}

function isTemporary(reader: Reader, verb: number, object: number): boolean {
  const { code } = reader.tokens;
  for (let at = verb + 1; at < object; at++) {
    if (code[at] === Keyword.temp || code[at] === Keyword.temporary) return true;
  }
  return false;
}

/** `name AS ON INSERT TO t DO …`. */
function readRuleTable(reader: Reader, from: number): number {
  const { code } = reader.tokens;
  let at = from;
  while (at < reader.to && code[at] !== Keyword.to && code[at] !== Symbol.semicolon) at++;
  if (code[at] !== Keyword.to || !isName(reader, at + 1)) return at;
  const name = readName(reader, at + 1);
  addAccess(reader, "create-trigger", name.table, { start: name.start, end: name.end });
  return name.next;
}

/** CREATE SCHEMA may be followed by the objects in it, without `;`: the statement ends before the first. */
function readSchemaElements(reader: Reader, frame: Frame, from: number): number {
  let at = from;
  while (at < reader.to && at < from + longestSchemaHead && reader.tokens.code[at] !== Symbol.semicolon && reader.tokens.code[at] !== Keyword.create) at++;
  if (reader.tokens.code[at] === Keyword.create) frame.closes = at;
  return skip(frame, at);
}

function moveReadsIntoBody(reader: Reader, frame: Frame): void {
  for (const access of reader.accesses.slice(frame.firstAccess)) {
    if (access.operation === "read") access.inBody = true;
  }
}
