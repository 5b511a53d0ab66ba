import type { TableName } from "../../model/sql-statement.ts";
import { type EffectSchema, parseTableKey, tableKey } from "./effect-schema.ts";

/** How many partitions of partitions, synonyms of synonyms and names after names are followed. */
const DEEPEST = 8;

/** The table that a name is another name of, or an earlier one, or a partition of; undefined where it is a table of its own. */
export function wholeTableOf(table: TableName, schema: EffectSchema): { readonly table: TableName; readonly synonym: boolean } | undefined {
  if (schema.synonyms.size + schema.children.size + schema.renamed.size === 0) return undefined;
  let whole = table;
  let synonym = false;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const key = tableKey(whole);
    const base = schema.synonyms.get(key) ?? schema.renamed.get(key);
    const next = base ?? partitionedTable(whole, schema);
    if (!next) break;
    synonym ||= base !== undefined;
    whole = next;
  }
  return whole === table ? undefined : { table: whole, synonym };
}

function partitionedTable(table: TableName, { children }: EffectSchema): TableName | undefined {
  const key = tableKey(table);
  for (const [parent, parts] of children) {
    if (!parts.some((part) => part.kind === "partition" && tableKey(part.table) === key)) continue;
    return parseTableKey(parent);
  }
  return undefined;
}
