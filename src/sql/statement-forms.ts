import { isCommonTable } from "./common-tables.ts";
import { Keyword, keywordTable } from "./keywords.ts";
import type { KeywordName } from "./keywords.ts";
import { endOfName, isName } from "./read-names.ts";
import type { Reader } from "./reader.ts";
import { skipTop } from "./statements/insert.ts";
import { findObject } from "./statements/create.ts";
import { skipIfExists, skipWords } from "./statements/statement-head.ts";
import { Flag, Kind, Symbol } from "./tokens.ts";

/** Whether the words from a verb at `at` up to `end` stand as the verb's statement has them. */
type Form = (reader: Reader, at: number, end: number) => boolean;

const writeModifiers = keywordTable(["low_priority", "high_priority", "delayed", "quick", "ignore", "overwrite", "only"]);
const conflictActions = keywordTable(["rollback", "abort", "replace", "fail", "ignore"]);
const behindInsert = keywordTable(["overriding", "values", "value", "select", "with", "default", "set", "table", "as", "output", "partition"]);
const behindDelete = keywordTable(["where", "using", "returning", "order", "limit", "as", "from", "output", "option", "inner", "left", "join", "partition"]);
const behindSelect = keywordTable(["from", "into", "where", "union"]);
const alterActions = /^(?:add|drop|alter|modify|change|rename|set|reset|owner|enable|disable|attach|detach|inherit|no|engine|convert|comment|auto_increment|default|order|force|replica|validate|cluster|partition|truncate|exchange|switch|update|delete|row|order|rebuild|check|nocheck|with|drop|swap|clone|materialize|freeze|clear|move)$/i;
const privileges = /^(?:select|insert|update|delete|truncate|references|trigger|all|usage|execute|create|alter|drop|index|connect|temporary|maintain)$/i;
const truncateEnds = /^(?:cascade|restrict|restart|continue|drop|reuse|with)$/i;
const copyEnds = /^(?:stdin|stdout|program)$/i;

const insertForm: Form = (reader, verb, end) => {
  const { code, partner } = reader.tokens;
  let at = skipTop(reader, skipWords(reader, verb + 1, writeModifiers));
  if (code[at] === Keyword.or && conflictActions[code[at + 1]!] === 1) at += 2;
  if (code[at] === Keyword.all || code[at] === Keyword.first) return code[at + 1] === Keyword.into || code[at + 1] === Keyword.when;
  const hasInto = code[at] === Keyword.into;
  if (hasInto) at++;
  if (code[at] === Keyword.table) at++;
  if (at >= end || !isName(reader, at)) return false;
  at = endOfName(reader, at);
  if (code[at] !== Symbol.open) return at < end ? behindInsert[code[at]!] === 1 || isHole(reader, at) || isAliased(reader, at) : hasInto;
  const list = at;
  at = partner[list]! + 1;
  if (at >= end) return hasInto && (isCapital(reader, verb) || has(reader, list, at, Symbol.comma) || isHole(reader, list + 1));
  if (behindInsert[code[at]!] === 1 || code[at] === Symbol.open || isHole(reader, at)) return true;
  // What stands for the rows until they are put in: `INSERT INTO pets (id, name) <rows>`.
  return hasInto && reader.tokens.kind[at] === Kind.symbol && isCapital(reader, verb) && has(reader, list, at, Symbol.comma);
};

/** REPLACE is a word of many sentences: INTO or what is put in must follow. */
const replaceForm: Form = (reader, verb, end) => insertForm(reader, verb, end) && [Keyword.into, Keyword.values, Keyword.value, Keyword.set, Keyword.select].some((word) => has(reader, verb, end, word));

const updateForm: Form = (reader, verb, end) => {
  const { code } = reader.tokens;
  let at = skipTop(reader, skipWords(reader, verb + 1, writeModifiers));
  if (code[at] === Keyword.or && conflictActions[code[at + 1]!] === 1) at += 2;
  if (!isName(reader, at)) return false;
  // "Update to 2.0" with the version put in is a sentence.
  const isPlain = reader.tokens.kind[at] === Kind.word && !isHole(reader, at) && !isCapital(reader, verb);
  while (at < end && code[at] !== Keyword.set) {
    if (isHole(reader, at) && at > verb + 1) return !isPlain;
    at++;
  }
  if (at >= end) return false;
  return at + 1 >= end || isHole(reader, at + 1) || assigns(reader, at + 1, end);
};

const deleteForm: Form = (reader, verb, end) => {
  const { code } = reader.tokens;
  let at = skipTop(reader, skipWords(reader, verb + 1, writeModifiers));
  const hasFrom = code[at] === Keyword.from;
  if (hasFrom) at = skipWords(reader, at + 1, writeModifiers);
  if (at >= end || !isName(reader, at)) return false;
  at = endOfName(reader, at);
  while (code[at] === Symbol.comma && isName(reader, at + 1)) at = endOfName(reader, at + 1);
  if (code[at] === 0 && at + 1 < end && reader.tokens.kind[at] === Kind.word) at++;
  if (at >= end) return hasFrom;
  // An alias stands behind the table that FROM names: "delete photo as album" is a sentence.
  if (!hasFrom && (code[at] === Keyword.as || isHole(reader, at))) return false;
  return behindDelete[code[at]!] === 1 || isHole(reader, at) || code[at] === Symbol.star || code[at] === Symbol.dot;
};

const mergeForm: Form = (reader, verb, end) => {
  const { code } = reader.tokens;
  const at = code[verb + 1] === Keyword.into ? verb + 2 : verb + 1;
  return isName(reader, at) && has(reader, at, end, Keyword.using) && has(reader, at, end, Keyword.on);
};

const selectForm: Form = (reader, verb, end) => {
  for (let at = verb + 1; at < end; at++) {
    if (behindSelect[reader.tokens.code[at]!] === 1) return true;
  }
  return end === verb + 2 || reader.tokens.code[verb + 2] === Symbol.open;
};

const truncateForm: Form = (reader, verb, end) => {
  const { code } = reader.tokens;
  const at = skipWords(reader, skipIfExists(reader, code[verb + 1] === Keyword.table ? verb + 2 : verb + 1), writeModifiers);
  if (!isName(reader, at)) return false;
  if (code[verb + 1] !== Keyword.table && (!isCapital(reader, verb) || (reader.tokens.kind[at] === Kind.word && isCapital(reader, at)))) return false;
  const next = endOfTable(reader, at);
  return next >= end || code[next] === Symbol.comma || truncateEnds.test(wordAt(reader, next));
};

const createForm: Form = (reader, verb, end) => {
  const { code } = reader.tokens;
  const object = findObject(reader, verb + 1);
  const at = skipIfExists(reader, object + 1);
  switch (code[object]) {
    case Keyword.table:
      return isName(reader, at) && isTableDefinition(reader, endOfTable(reader, at), end);
    case Keyword.view:
      return has(reader, at, end, Keyword.as);
    case Keyword.index:
    case Keyword.trigger:
      return has(reader, at, end, Keyword.on);
    case Keyword.rule:
      return has(reader, at, end, Keyword.do);
    case Keyword.function:
    case Keyword.procedure:
    case Keyword.proc:
      return isName(reader, at) && end > at + 2;
    default:
      return false;
  }
};

const alterForm: Form = (reader, verb, end) => {
  const { code, kind, text, start, end: ends } = reader.tokens;
  const object = findObject(reader, verb + 1);
  if (code[object] === Keyword.trigger || code[object] === Keyword.procedure || code[object] === Keyword.function) return has(reader, object, end, Keyword.as);
  if (code[object] !== Keyword.table && code[object] !== Keyword.view) return false;
  let at = skipWords(reader, skipIfExists(reader, object + 1), writeModifiers);
  if (!isName(reader, at)) return false;
  at = endOfTable(reader, at);
  return isHole(reader, at) || (kind[at] === Kind.word && (alterActions.test(text.slice(start[at], ends[at])) || code[at] === Keyword.as)) || (at >= end && kind[at - 1] !== Kind.word);
};

const dropForm: Form = (reader, verb, end) => {
  const { code } = reader.tokens;
  const object = findObject(reader, verb + 1);
  const at = skipIfExists(reader, object + 1);
  if (code[object] === Keyword.index || code[object] === Keyword.trigger) return has(reader, at, end, Keyword.on);
  if (code[object] !== Keyword.table && code[object] !== Keyword.view) return false;
  if (!isName(reader, at)) return false;
  const next = endOfTable(reader, at);
  return next >= end || code[next] === Symbol.comma || code[next] === Keyword.cascade || /^(?:restrict|purge)$/i.test(wordAt(reader, next));
};

const copyForm: Form = (reader, verb, end) => {
  const { code, kind, partner } = reader.tokens;
  if (code[verb + 1] === Keyword.into) return has(reader, verb, end, Keyword.from);
  let at = code[verb + 1] === Symbol.open ? partner[verb + 1]! + 1 : isName(reader, verb + 1) ? endOfName(reader, verb + 1) : end;
  if (code[at] === Symbol.open) at = partner[at]! + 1;
  if (code[at] !== Keyword.from && code[at] !== Keyword.to) return false;
  return kind[at + 1] === Kind.string || kind[at + 1] === Kind.placeholder || copyEnds.test(wordAt(reader, at + 1));
};

const grantForm: Form = (reader, verb, end) => privileges.test(wordAt(reader, verb + 1)) && has(reader, verb, end, Keyword.on) && (has(reader, verb, end, Keyword.to) || has(reader, verb, end, Keyword.from));
const commentForm: Form = (reader, verb, end) => reader.tokens.code[verb + 1] === Keyword.on && has(reader, verb, end, Keyword.is);
const renameForm: Form = (reader, verb, end) => reader.tokens.code[verb + 1] === Keyword.table && has(reader, verb, end, Keyword.to);
const loadForm: Form = (reader, verb, end) => has(reader, verb, end, Keyword.infile) && has(reader, verb, end, Keyword.into);
const valuesForm: Form = (reader, verb) => reader.tokens.code[verb + 1] === Symbol.open && reader.tokens.kind[verb + 2] !== Kind.word;
const stringForm: Form = (reader, verb, end) => {
  for (let at = verb + 1; at < end && at < verb + 5; at++) if (reader.tokens.kind[at] === Kind.string) return true;
  return false;
};
const conditionForm: Form = (reader, verb, end) => end > verb + 1 && (reader.tokens.code[verb + 1] === Symbol.open || reader.tokens.code[verb + 1] === Keyword.exists || reader.tokens.code[verb + 2] === Keyword.exists);

const forms: Readonly<Partial<Record<KeywordName, Form>>> = {
  insert: insertForm,
  replace: replaceForm,
  update: updateForm,
  delete: deleteForm,
  merge: mergeForm,
  select: selectForm,
  truncate: truncateForm,
  create: createForm,
  alter: alterForm,
  drop: dropForm,
  copy: copyForm,
  grant: grantForm,
  revoke: grantForm,
  comment: commentForm,
  rename: renameForm,
  load: loadForm,
  values: valuesForm,
  do: stringForm,
  execute: stringForm,
  exec: stringForm,
  prepare: stringForm,
  if: conditionForm,
  while: conditionForm,
};

const formsByCode: ReadonlyMap<number, Form> = new Map(Object.entries(forms).map(([word, form]) => [Keyword[word as KeywordName], form]));

/** Whether the tokens from a verb up to `end` have the form of that verb's statement. */
export function hasForm(reader: Reader, verb: number, end: number): boolean {
  return formsByCode.get(reader.tokens.code[verb]!)?.(reader, verb, end) ?? isCommonTable(reader, verb);
}

function has(reader: Reader, from: number, end: number, word: number): boolean {
  for (let at = from; at < end; at++) if (reader.tokens.code[at] === word) return true;
  return false;
}

/** Whether a word is written in capitals. */
export function isCapital(reader: Reader, at: number): boolean {
  const { text, start, end } = reader.tokens;
  for (let i = start[at]!; i < end[at]!; i++) if (text.charCodeAt(i) > 96) return false;
  return true;
}

function isHole(reader: Reader, at: number): boolean {
  return (reader.tokens.flags[at]! & Flag.hole) !== 0;
}

/** An alias, and behind it what goes on with INSERT. */
function isAliased(reader: Reader, at: number): boolean {
  return reader.tokens.kind[at] === Kind.word && (behindInsert[reader.tokens.code[at + 1]!] === 1 || reader.tokens.code[at + 1] === Symbol.open);
}

/** `column = …`, `(a, b) = …`, `column[1] = …`. */
function assigns(reader: Reader, from: number, end: number): boolean {
  const { code, partner } = reader.tokens;
  let at = code[from] === Symbol.open ? partner[from]! + 1 : isName(reader, from) ? endOfName(reader, from) : from;
  if (code[at] === Symbol.openBracket) while (at < end && code[at - 1] !== Symbol.closeBracket) at++;
  return code[at] === Symbol.equals || code[at + 1] === Symbol.equals || isHole(reader, at);
}

/** A list of columns, a query or a template behind the name of a created table. */
function isTableDefinition(reader: Reader, at: number, end: number): boolean {
  const { code, kind } = reader.tokens;
  if (at >= end) return kind[at - 1] === Kind.quoted;
  if (code[at] === Symbol.open) return kind[at + 1] !== Kind.number;
  return code[at] === Keyword.as || code[at] === Keyword.like || code[at] === Keyword.using || code[at] === Keyword.select || code[at] === Keyword.partition || code[at] === Keyword.clone || isHole(reader, at) || has(reader, at, end, Keyword.select);
}

/** Behind a table's name and the servers of ClickHouse that the statement is for (clickhouse.com/docs/sql-reference/distributed-ddl). */
function endOfTable(reader: Reader, at: number): number {
  const next = endOfName(reader, at);
  return reader.tokens.code[next] === Keyword.on && /^cluster$/i.test(wordAt(reader, next + 1)) ? next + 3 : next;
}

function wordAt(reader: Reader, at: number): string {
  const { text, start, end, kind } = reader.tokens;
  return kind[at] === Kind.word ? text.slice(start[at], end[at]) : "";
}
