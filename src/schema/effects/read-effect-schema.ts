import { alterObject, renameTables, setTriggersOf } from "./alter-object.ts";
import { calledNames } from "./called-names.ts";
import { dropObjects } from "./drop-objects.ts";
import { addChild, type EffectSchema, emptyEffectSchema, type RoutineFact, tableKey } from "./effect-schema.ts";
import { readForeignKeys } from "./read-foreign-keys.ts";
import { readTrigger } from "./read-trigger.ts";
import { readView } from "./read-view.ts";
import { type SchemaScript, type SchemaStatement, writesIn } from "./schema-statement.ts";
import { type ScriptStatement, type ScriptToken, splitScript } from "./split-script.ts";
import { closing, findWord, listAt, nameAt, namesAt } from "./token-cursor.ts";

/** What scripts, in the order in which they run, say of how writes lead to other writes. */
export function readEffectSchema(scripts: readonly SchemaScript[]): EffectSchema {
  const schema = emptyEffectSchema();
  for (const script of scripts) for (const statement of splitScript(script.text)) readStatement(schema, script, statement);
  return schema;
}

const OBJECTS = ["table", "view", "trigger", "rule", "function", "procedure", "proc", "synonym"];
const OPTIONS = new Set(["if", "not", "exists", "only", "concurrently"]);
/** CREATE OR REPLACE DEFINER = `a`@`b` SQL SECURITY INVOKER VIEW. */
const LONGEST_HEAD = 16;

function readStatement(schema: EffectSchema, script: SchemaScript, statement: ScriptStatement): void {
  const { tokens } = statement;
  const verb = tokens[0]?.word ?? "";
  if (verb === "pragma") schema.recursiveTriggers ||= tokens.some(({ word }) => word === "recursive_triggers") && tokens.some(({ word }) => ["on", "true", "yes"].includes(word));
  if (!VERBS.has(verb)) return;
  const object = tokens.slice(0, LONGEST_HEAD).findIndex(({ word }) => OBJECTS.includes(word));
  if (object < 0) return;
  let at = object + 1;
  while (OPTIONS.has(tokens[at]?.word ?? "")) at++;
  const read: SchemaStatement = { schema, script, statement, object: tokens[object]!.word, at };
  switch (verb) {
    case "create":
      return readCreated(read);
    case "alter":
      return alterObject(read);
    case "drop":
      return dropObjects(read);
    case "rename":
      return renameTables(read);
    default:
      return setTriggersOf(read, verb === "disable");
  }
}

/** DISABLE TRIGGER t ON x: https://learn.microsoft.com/en-us/sql/t-sql/statements/disable-trigger-transact-sql */
const VERBS = new Set(["create", "alter", "drop", "rename", "disable", "enable"]);

function readCreated(read: SchemaStatement): void {
  const { schema, script, statement, object, at } = read;
  switch (object) {
    case "table":
      return readTable(read);
    case "view": {
      const view = readView(statement.tokens, at, script.placeAt(statement.start));
      if (view) schema.views.set(tableKey(view.name), view);
      return;
    }
    case "trigger":
    case "rule":
      return readTrigger(read, object);
    case "synonym":
      return readSynonym(read);
    default:
      return readRoutine(read);
  }
}

function readTable({ schema, script, statement: { tokens }, at }: SchemaStatement): void {
  const named = nameAt(tokens, at);
  if (!named) return;
  const { name, next: open } = named;
  const key = tableKey(name);
  schema.renamed.delete(key);
  if (tokens[open]?.word === "(") {
    const close = closing(tokens, open);
    schema.foreignKeys.push(...readForeignKeys(tokens, open + 1, close, name, script.placeAt));
    const columns = primaryKeyOf(tokens, open, close);
    if (columns.length > 0) schema.primaryKeys.set(key, columns);
    if (tokens.some(({ word }, index) => word === "replace" && tokens[index - 1]?.word === "conflict")) schema.replacing.add(key);
    schema.rowCalls.set(key, calledNames(tokens.slice(open + 1, close)));
  }
  const inherits = findWord(tokens, open, "inherits");
  const partition = findWord(tokens, open, "partition");
  const place = script.placeAt(tokens[at]!.start);
  for (const parent of inherits < 0 ? [] : namesAt(tokens, inherits + 1)) addChild(schema, tableKey(parent), { table: name, kind: "inheritance", place });
  const parent = partition >= 0 && tokens[partition + 1]?.word === "of" ? nameAt(tokens, partition + 2) : undefined;
  if (parent) addChild(schema, tableKey(parent.name), { table: name, kind: "partition", place });
}

function primaryKeyOf(tokens: readonly ScriptToken[], open: number, close: number): readonly string[] {
  const primary = tokens.findIndex(({ word }, index) => word === "primary" && index > open && index < close);
  if (primary < 0) return [];
  if (tokens[primary + 2]?.word === "(") return listAt(tokens, primary + 2);
  let start = primary;
  while (start > open + 1 && tokens[start - 1]!.word !== ",") start--;
  return [tokens[start]!.text.toLowerCase()];
}

/** https://learn.microsoft.com/en-us/sql/t-sql/statements/create-synonym-transact-sql, https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/CREATE-SYNONYM.html */
function readSynonym({ schema, statement: { tokens }, at }: SchemaStatement): void {
  const named = nameAt(tokens, at);
  const base = named && tokens[named.next]?.word === "for" ? nameAt(tokens, named.next + 1) : undefined;
  if (named && base) schema.synonyms.set(tableKey(named.name), base.name);
}

function readRoutine({ schema, script, statement, at }: SchemaStatement): void {
  const named = nameAt(statement.tokens, at);
  if (!named) return;
  const { name } = named.name;
  const calls = calledNames(statement.tokens.slice(named.next));
  const routine: RoutineFact = { name, writes: writesIn(script, statement), calls, place: script.placeAt(statement.start) };
  schema.routines.set(name.toLowerCase(), routine);
  schema.declared.routines.push(routine);
}
