import type { TableName } from "../../src/model/sql-statement.ts";
import type { TableAccess } from "../../src/model/table-access.ts";
import { verb } from "./operation.ts";

/** What an access does, to follow the one who does it: "updates `users`". */
export function action(access: TableAccess): string {
  return `${verb(access.operation)} ${access.table ? quoted(access.table) : "a table"}`;
}

/** A table's name in backticks, with the schema and database that the statement names. */
export function quoted(table: TableName): string {
  const path = [table.database, table.schema, table.name].filter((part) => part !== undefined);
  return `\`${path.join(".")}\``;
}
