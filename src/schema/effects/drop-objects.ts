import { type EffectSchema, removeChild, tableKey } from "./effect-schema.ts";
import { removeFrom, type SchemaStatement } from "./schema-statement.ts";
import { itemsBetween, nameAt } from "./token-cursor.ts";

/** What DROP takes out of a schema, each of the objects that it names. */
export function dropObjects({ schema, statement: { tokens }, object, at }: SchemaStatement): void {
  const cascades = tokens.at(-1)?.word === "cascade";
  for (const item of itemsBetween(tokens, at, tokens.length)) {
    const named = nameAt(item, 0);
    if (!named) continue;
    const key = tableKey(named.name);
    const name = named.name.name.toLowerCase();
    switch (object) {
      case "table":
        dropTable(schema, key, cascades);
        break;
      case "view":
        schema.views.delete(key);
        break;
      case "synonym":
        schema.synonyms.delete(key);
        break;
      case "trigger":
      case "rule": {
        const on = item[named.next]?.word === "on" ? nameAt(item, named.next + 1) : undefined;
        removeFrom(schema.triggers, (trigger) => trigger.name.toLowerCase() === name && (!on || trigger.table === tableKey(on.name)));
        break;
      }
      default:
        schema.routines.delete(name);
    }
  }
}

function dropTable(schema: EffectSchema, key: string, cascades: boolean): void {
  removeFrom(schema.triggers, ({ table }) => table === key);
  removeFrom(schema.foreignKeys, ({ child, parent }) => tableKey(child) === key || (cascades && parent === key));
  for (const parent of schema.children.keys()) removeChild(schema, parent, key);
  schema.children.delete(key);
  schema.primaryKeys.delete(key);
  schema.rowCalls.delete(key);
  schema.replacing.delete(key);
}
