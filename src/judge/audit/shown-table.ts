import type { TableName } from "../../model/sql-statement.ts";

const DEFAULT_SCHEMAS: ReadonlySet<string> = new Set(["main", "public", "dbo"]);

/** A table as reports name it: with its schema, where that is not the default one. */
export function shownTable({ name, schema }: TableName): string {
  return schema === undefined || DEFAULT_SCHEMAS.has(schema.toLowerCase()) ? name : `${schema}.${name}`;
}
