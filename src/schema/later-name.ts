import type { Service } from "../model/ownership.ts";
import type { ProjectSchema } from "../model/schema.ts";
import type { TableName } from "../model/sql-statement.ts";
import type { TableAccess } from "../model/table-access.ts";

/** What the table that an access names is called at the end of the migration that creates and renames it: `_players_new` is `players`. */
export function laterName({ table, place }: TableAccess, service: Service | undefined, { renames }: ProjectSchema): TableName | undefined {
  if (!table) return undefined;
  const renamed = renames.find((rename) => rename.service === service && rename.place.path === place.path && rename.from.name.toLowerCase() === table.name.toLowerCase());
  return renamed && place.span.start <= renamed.place.span.start ? renamed.to : table;
}
