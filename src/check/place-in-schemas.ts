import type { OwnershipBook, TableEntry } from "../model/ownership.ts";
import type { Place } from "../model/place.ts";
import type { Project } from "../model/source-file.ts";
import type { Dialect, TableName } from "../model/sql-statement.ts";
import type { IndirectWrite, TableAccess } from "../model/table-access.ts";
import { readSearchPaths, type SearchPaths } from "../schema/search-paths.ts";

/**
 * The accesses, those whose tables are named without a schema given the one that the search path of their file means. It is asked for only
 * where ownership.yaml tells schemas or databases apart: elsewhere a name says it all.
 */
export function placeInSchemas(accesses: readonly TableAccess[], book: OwnershipBook | undefined, project: Pick<Project, "text">): readonly TableAccess[] {
  if (!book || !namesSchemas(book)) return accesses;
  const known = new Map<string, SearchPaths>();
  const pathsOf = (path: string): SearchPaths => {
    let paths = known.get(path);
    if (!paths) known.set(path, (paths = readSearchPaths(project.text(path) ?? "", path.endsWith(".sql"))));
    return paths;
  };
  const searched = accesses.map((access) => ({ access, schemas: schemasOf(access, pathsOf(access.place.path)) }));
  const created = new Set(searched.flatMap(({ access, schemas: [first] }) => (access.operation === "create-table" && access.table && first !== undefined ? [keyOf(access.place.path, first, access.table)] : [])));
  const placed = (table: TableName, schemas: readonly string[], { path }: Place, dialect: Dialect): TableName => {
    const schema = schemas.find((each) => created.has(keyOf(path, each, table)) || book.ownerOf({ ...table, schema: each }, dialect, book.serviceOf(path)).kind !== "nobody");
    return schema === undefined ? table : { ...table, schema };
  };
  const placedIndirect = ({ indirect = [], dialect }: TableAccess): readonly IndirectWrite[] =>
    indirect.map((write) => {
      const { place } = write.chain.at(-1)!;
      return write.table.schema === undefined ? { ...write, table: placed(write.table, pathsOf(place.path).at(place.span.start) ?? [], place, dialect) } : write;
    });
  return searched.map(({ access, schemas }) => {
    const { table, operation, place, dialect, indirect } = access;
    const own = table && schemas.length > 0 ? { table: operation === "create-table" ? { ...table, schema: schemas[0]! } : placed(table, schemas, place, dialect) } : {};
    return { ...access, ...own, ...(indirect ? { indirect: placedIndirect(access) } : {}) };
  });
}

function namesSchemas({ ownership: { services, shared, ignore, databases } }: OwnershipBook): boolean {
  const isIn = ({ schema }: TableEntry): boolean => schema !== undefined;
  return databases.length > 0 || services.some(({ owns }) => owns.some(isIn)) || shared.some(isIn) || ignore.some(isIn);
}

function schemasOf({ table, temporary, inBody, place, statementPlace }: TableAccess, paths: SearchPaths): readonly string[] {
  if (!table || table.schema !== undefined || temporary) return [];
  const { span } = statementPlace?.path === place.path ? statementPlace : place;
  return (inBody ? paths.ofBody(span.start, span.end) : paths.at(span.start)) ?? [];
}

function keyOf(path: string, schema: string, { name }: TableName): string {
  return `${path} ${schema.toLowerCase()}.${name.toLowerCase()}`;
}
