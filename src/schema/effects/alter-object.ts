import type { TableName } from "../../model/sql-statement.ts";
import { addChild, type EffectSchema, removeChild, tableKey, type TriggerFact } from "./effect-schema.ts";
import { readForeignKey } from "./read-foreign-keys.ts";
import { renameColumn, renameRoutine, renameTable } from "./rename-object.ts";
import { removeFrom, type SchemaStatement } from "./schema-statement.ts";
import type { ScriptToken } from "./split-script.ts";
import { itemsBetween, nameAt } from "./token-cursor.ts";

/** What ALTER makes of a schema. */
export function alterObject(read: SchemaStatement): void {
  const { schema, statement, object, at } = read;
  const { tokens } = statement;
  const named = nameAt(tokens, at);
  if (!named) return;
  const rename = tokens.findIndex(({ word }, index) => word === "rename" && tokens[index + 1]?.word === "to");
  const to = rename < 0 ? undefined : nameAt(tokens, rename + 2);
  switch (object) {
    case "table":
      for (const item of itemsBetween(tokens, named.next, tokens.length)) alterTable(read, named.name, item);
      return;
    case "view":
      if (to) renameTable(schema, named.name, { ...named.name, ...to.name });
      return;
    case "function":
    case "procedure":
      if (to) renameRoutine(schema, named.name.name, to.name.name);
      return;
    case "trigger":
      for (const trigger of to ? triggersNamed(schema, named.name.name, tokens, named.next) : []) trigger.name = to!.name.name;
      return;
  }
}

/** RENAME TABLE a TO b, c TO d: https://dev.mysql.com/doc/refman/8.4/en/rename-table.html */
export function renameTables({ schema, statement: { tokens }, at }: SchemaStatement): void {
  for (const item of itemsBetween(tokens, at, tokens.length)) {
    const from = nameAt(item, 0);
    const to = from && item[from.next]?.word === "to" ? nameAt(item, from.next + 1) : undefined;
    if (from && to) renameTable(schema, from.name, to.name);
  }
}

/** DISABLE TRIGGER t ON x, and ENABLE. */
export function setTriggersOf({ schema, statement: { tokens }, at }: SchemaStatement, disabled: boolean): void {
  const named = nameAt(tokens, at);
  for (const trigger of named ? triggersNamed(schema, named.name.name, tokens, named.next) : []) trigger.disabled = disabled;
}

function triggersNamed({ triggers }: EffectSchema, name: string, tokens: readonly ScriptToken[], next: number): readonly TriggerFact[] {
  const on = tokens[next]?.word === "on" ? nameAt(tokens, next + 1) : undefined;
  return triggers.filter((trigger) => isNamed(trigger, name) && (!on || trigger.table === tableKey(on.name)));
}

function isNamed(trigger: TriggerFact, name: string): boolean {
  return name.toLowerCase() === "all" || name.toLowerCase() === "user" || trigger.name.toLowerCase() === name.toLowerCase();
}

/** One action of ALTER TABLE. */
function alterTable({ schema, script }: SchemaStatement, table: TableName, item: readonly ScriptToken[]): void {
  const [action = "", second] = item.map(({ word }) => word);
  const key = tableKey(table);
  const nameBehind = (from: number) => nameAt(item, from)?.name;
  schema.foreignKeys.push(...readForeignKey(item, table, script.placeAt));
  switch (action) {
    case "rename": {
      const column = second === "column" ? 2 : 1;
      const [from, to] = [item[column]?.text, item[column + 2]?.text];
      const name = second === "to" || second === "as" ? nameBehind(2) : undefined;
      if (name) renameTable(schema, table, { ...table, ...name });
      else if (second !== "constraint" && second !== "index" && second !== "key" && from !== undefined && to !== undefined) renameColumn(schema, key, from, to);
      return;
    }
    case "change": {
      const [from, to] = second === "column" ? [item[2], item[3]] : [item[1], item[2]];
      if (from && to) renameColumn(schema, key, from.text, to.text);
      return;
    }
    case "set":
      if (second === "schema" && item[2]) renameTable(schema, table, { ...table, schema: item[2].text });
      return;
    case "drop":
      return dropFromTable(schema, key, item);
    case "disable":
    case "enable": {
      const on = item.findIndex(({ word }) => word === "trigger" || word === "rule");
      const name = on < 0 ? undefined : item[on + 1]?.text;
      // A REPLICA trigger fires only where changes are replicated: https://www.postgresql.org/docs/current/sql-altertable.html
      for (const trigger of schema.triggers) if (name !== undefined && trigger.table === key && isNamed(trigger, name)) trigger.disabled = action === "disable" || second === "replica";
      return;
    }
    case "attach":
    case "detach": {
      const child = second === "partition" ? nameBehind(2) : undefined;
      if (child && action === "detach") removeChild(schema, key, tableKey(child));
      else if (child) addChild(schema, key, { table: child, kind: "partition", place: script.placeAt(item[2]!.start) });
      return;
    }
    case "inherit": {
      const parent = nameBehind(1);
      if (parent) addChild(schema, tableKey(parent), { table, kind: "inheritance", place: script.placeAt(item[0]!.start) });
      return;
    }
    case "no": {
      const parent = second === "inherit" ? nameBehind(2) : undefined;
      if (parent) removeChild(schema, tableKey(parent), key);
      return;
    }
  }
}

const OTHER_PARTS = new Set(["primary", "index", "key", "check", "partition", "default", "period", "system"]);

/** DROP CONSTRAINT, DROP FOREIGN KEY, DROP COLUMN: each takes foreign keys along. */
function dropFromTable({ foreignKeys }: EffectSchema, table: string, item: readonly ScriptToken[]): void {
  const [, second = "", third] = item.map(({ word }) => word);
  if (OTHER_PARTS.has(second)) return;
  const isConstraint = second === "constraint" || (second === "foreign" && third === "key");
  const named = item.slice(isConstraint && second === "foreign" ? 3 : second === "constraint" || second === "column" ? 2 : 1);
  const name = named.find(({ word }) => word !== "if" && word !== "exists")?.text.toLowerCase();
  if (name === undefined) return;
  const own = foreignKeys.filter(({ child }) => tableKey(child) === table);
  removeFrom(foreignKeys, (foreignKey) => own.includes(foreignKey) && (isConstraint ? namesOf(foreignKey, own).includes(name) : foreignKey.childColumns.includes(name)));
}

/** The names that PostgreSQL and MySQL give: `visits_pet_id_fkey`, `visits_ibfk_1`. */
function namesOf(foreignKey: EffectSchema["foreignKeys"][number], own: EffectSchema["foreignKeys"]): readonly string[] {
  if (foreignKey.name !== undefined) return [foreignKey.name];
  const table = foreignKey.child.name.toLowerCase();
  return [`${table}_${foreignKey.childColumns.join("_")}_fkey`, `${table}_ibfk_${own.indexOf(foreignKey) + 1}`];
}
