import type { Place } from "../../model/place.ts";
import type { StatementAccess } from "../../model/sql-statement.ts";
import { calledNames } from "./called-names.ts";
import { type BodyWrite, type EffectSchema, emptyEffectSchema, type RoutineFact, type RowEvent, tableKey, type TriggerFact } from "./effect-schema.ts";
import { readForeignKeys } from "./read-foreign-keys.ts";
import { readView } from "./read-view.ts";
import { type ScriptStatement, type ScriptToken, splitScript } from "./split-script.ts";
import { closing, findWord, listAt, nameAt } from "./token-cursor.ts";

/** A script of the project with what the SQL reader found in it; spans are offsets in `text`. */
export interface SchemaScript {
  readonly text: string;
  readonly accesses: readonly StatementAccess[];
  /** Where an offset of the text stands. */
  placeAt(offset: number): Place;
}

/** What scripts, in the order in which they run, say of how writes lead to other writes. */
export function readEffectSchema(scripts: readonly SchemaScript[]): EffectSchema {
  const schema = emptyEffectSchema();
  for (const script of scripts) for (const statement of splitScript(script.text)) readStatement(schema, script, statement);
  return schema;
}

const OBJECTS = ["table", "view", "trigger", "rule", "function", "procedure", "proc"];
const OPTIONS = new Set(["if", "not", "exists", "only", "concurrently"]);
/** CREATE OR REPLACE DEFINER = `a`@`b` SQL SECURITY INVOKER VIEW. */
const LONGEST_HEAD = 16;

function readStatement(schema: EffectSchema, script: SchemaScript, statement: ScriptStatement): void {
  const { tokens } = statement;
  const verb = tokens[0]?.word;
  if (verb === "pragma") schema.recursiveTriggers ||= tokens.some(({ word }) => word === "recursive_triggers") && tokens.some(({ word }) => ["on", "true", "yes"].includes(word));
  if (verb !== "create" && verb !== "alter" && verb !== "drop") return;
  const object = tokens.slice(0, LONGEST_HEAD).findIndex(({ word }) => OBJECTS.includes(word));
  if (object < 0) return;
  let at = object + 1;
  while (OPTIONS.has(tokens[at]?.word ?? "")) at++;
  const found: Found = { schema, script, statement, object: tokens[object]!.word, at };
  if (verb === "create") readCreated(found);
  else if (verb === "alter") readAltered(found);
  else dropObject(found);
}

interface Found {
  readonly schema: EffectSchema;
  readonly script: SchemaScript;
  readonly statement: ScriptStatement;
  readonly object: string;
  /** The index of the token behind what is created, altered or dropped. */
  readonly at: number;
}

function readCreated(found: Found): void {
  const { schema, script, statement, object, at } = found;
  switch (object) {
    case "table":
      return readTable(found);
    case "view": {
      const view = readView(statement.tokens, at, script.placeAt(statement.start));
      if (view) schema.views.set(tableKey(view.name), view);
      return;
    }
    case "trigger":
    case "rule":
      return readTrigger(found, object);
    default:
      return readRoutine(found);
  }
}

function readTable({ schema, script, statement: { tokens }, at }: Found): void {
  const named = nameAt(tokens, at);
  if (!named) return;
  const key = tableKey(named.name);
  const place = script.placeAt(tokens[at]!.start);
  const open = named.next;
  if (tokens[open]?.word === "(") {
    const close = closing(tokens, open);
    schema.foreignKeys.push(...readForeignKeys(tokens, open + 1, close, named.name, script.placeAt));
    const columns = primaryKeyOf(tokens, open, close);
    if (columns.length > 0) schema.primaryKeys.set(key, columns);
    if (tokens.some(({ word }, index) => word === "replace" && tokens[index - 1]?.word === "conflict")) schema.replacing.add(key);
  }
  const inherits = findWord(tokens, open, "inherits");
  const partition = findWord(tokens, open, "partition");
  for (const parent of inherits < 0 ? [] : listAt(tokens, inherits + 1)) addChild(parent);
  const parent = partition >= 0 && tokens[partition + 1]?.word === "of" ? nameAt(tokens, partition + 2) : undefined;
  if (parent) addChild(tableKey(parent.name));

  function addChild(parentKey: string): void {
    schema.children.set(parentKey, [...(schema.children.get(parentKey) ?? []), { table: named!.name, place }]);
  }
}

function primaryKeyOf(tokens: readonly ScriptToken[], open: number, close: number): readonly string[] {
  const primary = tokens.findIndex(({ word }, index) => word === "primary" && index > open && index < close);
  if (primary < 0) return [];
  if (tokens[primary + 2]?.word === "(") return listAt(tokens, primary + 2);
  let start = primary;
  while (start > open + 1 && tokens[start - 1]!.word !== ",") start--;
  return [tokens[start]!.text.toLowerCase()];
}

function readTrigger({ schema, script, statement, at }: Found, kind: "trigger" | "rule"): void {
  const { tokens } = statement;
  const on = script.accesses.find(({ operation, span }) => operation === "create-trigger" && isIn(span.start, statement));
  const named = nameAt(tokens, at);
  if (!on?.table || !named) return;
  const tableToken = tokens.findIndex(({ start }) => start >= on.span.start);
  const head = headOf(tokens, named.next, tableToken);
  const events = new Set(head.flatMap(({ word }): RowEvent[] => (isEvent(word) ? [word] : [])));
  const of = head.findIndex(({ word }, index) => word === "of" && head[index - 1]?.word === "update");
  const columns = of < 0 ? undefined : columnsBehind(head, of + 1);
  const instead = kind === "rule" ? tokens.some(({ word }) => word === "instead") : head.some(({ word }) => word === "instead");
  const key = tableKey(on.table);
  const name = named.name.name;
  drop(schema.triggers, (other) => other.name.toLowerCase() === name.toLowerCase() && other.table === key);
  const trigger: TriggerFact = { kind, name, table: key, events, columns, instead, writes: writesIn(script, statement), calls: calledNames(tokens.slice(tableToken)), place: script.placeAt(statement.start) };
  schema.triggers.push(trigger);
  schema.declared.triggers.push(trigger);
}

/** The words that say when: before ON, or in SQL Server between the table and AS. */
function headOf(tokens: readonly ScriptToken[], afterName: number, table: number): readonly ScriptToken[] {
  const before = tokens.slice(afterName, table);
  if (before.some(({ word }) => isEvent(word))) return before;
  const as = findWord(tokens, table, "as");
  return tokens.slice(table, as < 0 ? tokens.length : as);
}

function columnsBehind(head: readonly ScriptToken[], from: number): readonly string[] {
  const columns: string[] = [];
  for (let at = from; at < head.length; at += 2) {
    columns.push(head[at]!.text.toLowerCase());
    if (head[at + 1]?.word !== ",") break;
  }
  return columns;
}

function readRoutine({ schema, script, statement, at }: Found): void {
  const named = nameAt(statement.tokens, at);
  if (!named) return;
  const { name } = named.name;
  const calls = calledNames(statement.tokens.slice(named.next));
  const routine: RoutineFact = { name, writes: writesIn(script, statement), calls, place: script.placeAt(statement.start) };
  schema.routines.set(name.toLowerCase(), routine);
  schema.declared.routines.push(routine);
}

function writesIn({ accesses, placeAt }: SchemaScript, statement: ScriptStatement): readonly BodyWrite[] {
  return accesses.flatMap(({ operation, table, columns, inBody, span, temporary }) => {
    if (!table || !inBody || temporary || operation === "read" || !isIn(span.start, statement)) return [];
    return [{ operation, table, columns: columns?.map((column) => column.toLowerCase()), place: placeAt(span.start) }];
  });
}

function readAltered({ schema, script, statement: { tokens }, object, at }: Found): void {
  const named = nameAt(tokens, at);
  if (!named || object !== "table") return;
  schema.foreignKeys.push(...readForeignKeys(tokens, named.next, tokens.length, named.name, script.placeAt));
  const rename = tokens[named.next]?.word === "rename" && tokens[named.next + 1]?.word === "to" ? nameAt(tokens, named.next + 2) : undefined;
  if (rename) renameTable(schema, tableKey(named.name), { ...rename.name, ...(named.name.schema === undefined ? {} : { schema: named.name.schema }) });
  const disable = findWord(tokens, named.next, "disable");
  const trigger = disable >= 0 && tokens[disable + 1]?.word === "trigger" ? tokens[disable + 2]?.text.toLowerCase() : undefined;
  if (trigger !== undefined) drop(schema.triggers, ({ name, table }) => table === tableKey(named.name) && (name.toLowerCase() === trigger || trigger === "all"));
}

/** Triggers, foreign keys and bodies follow a table to its new name, as SQLite's and PostgreSQL's do. */
function renameTable(schema: EffectSchema, from: string, to: BodyWrite["table"]): void {
  const key = tableKey(to);
  const follow = (writes: readonly BodyWrite[]): readonly BodyWrite[] => writes.map((write) => (tableKey(write.table) === from ? { ...write, table: to } : write));
  for (const trigger of schema.triggers) {
    if (trigger.table === from) trigger.table = key;
    trigger.writes = follow(trigger.writes);
  }
  for (const routine of schema.routines.values()) routine.writes = follow(routine.writes);
  for (const foreignKey of schema.foreignKeys) {
    if (foreignKey.parent === from) foreignKey.parent = key;
    if (tableKey(foreignKey.child) === from) foreignKey.child = to;
  }
  const primaryKey = schema.primaryKeys.get(from);
  if (primaryKey) schema.primaryKeys.set(key, primaryKey);
}

function dropObject({ schema, statement: { tokens }, object, at }: Found): void {
  const named = nameAt(tokens, at);
  if (!named) return;
  const key = tableKey(named.name);
  const name = named.name.name.toLowerCase();
  switch (object) {
    case "table":
      drop(schema.triggers, ({ table }) => table === key);
      drop(schema.foreignKeys, ({ child }) => tableKey(child) === key);
      return;
    case "view":
      schema.views.delete(key);
      return;
    case "trigger":
    case "rule": {
      const on = tokens[named.next]?.word === "on" ? nameAt(tokens, named.next + 1) : undefined;
      drop(schema.triggers, (trigger) => trigger.name.toLowerCase() === name && (!on || trigger.table === tableKey(on.name)));
      return;
    }
    default:
      schema.routines.delete(name);
  }
}

function drop<Fact>(facts: Fact[], goes: (fact: Fact) => boolean): void {
  const stays = facts.filter((fact) => !goes(fact));
  facts.splice(0, facts.length, ...stays);
}

function isIn(offset: number, { start, end }: ScriptStatement): boolean {
  return offset >= start && offset < end;
}

function isEvent(word: string): word is RowEvent {
  return word === "insert" || word === "update" || word === "delete" || word === "truncate";
}
