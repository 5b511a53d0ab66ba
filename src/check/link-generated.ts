import type { Place } from "../model/place.ts";
import type { SourceModels } from "../model/source-model.ts";
import type { TableAccess } from "../model/table-access.ts";

/** Begins a query in a file that code is generated from, and in that code (docs.sqlc.dev, "Query annotations"). */
const QUERY_NAME = /(?:--|#|\/\*) name: (\w+) :/g;

/**
 * A query file and the code that sqlc generates from it hold the same statements: those of the code say which query they repeat.
 * A query is known by its name, what it does and the table.
 */
export function linkGenerated(accesses: readonly TableAccess[], models: SourceModels): readonly TableAccess[] {
  const namesByFile = new Map<string, readonly QueryName[]>();
  const queries = new Map<string, Place>();
  const keyOf = (access: TableAccess): string | undefined => {
    const { path, span } = access.place;
    let names = namesByFile.get(path);
    if (!names) namesByFile.set(path, (names = queryNames(models.of(path)?.file.text ?? "")));
    const name = names.findLast(({ at }) => at < span.start)?.name;
    return name && access.table && `${name} ${access.operation} ${access.table.name}`;
  };
  for (const access of accesses) {
    const key = access.via === "sql/file" ? keyOf(access) : undefined;
    if (key !== undefined && !queries.has(key)) queries.set(key, access.place);
  }
  if (queries.size === 0) return accesses;
  return accesses.map((access) => {
    const query = access.via === "sql/file" ? undefined : queries.get(keyOf(access) ?? "");
    return query ? { ...access, repeats: query } : access;
  });
}

interface QueryName {
  readonly name: string;
  readonly at: number;
}

function queryNames(text: string): readonly QueryName[] {
  if (!text.includes(" name: ")) return [];
  return [...text.matchAll(QUERY_NAME)].map((match) => ({ name: match[1]!, at: match.index }));
}
