/** Names that a tag for statements has where its library is not known: `sql`, `SQL`, `Prisma.sql`, `db.sql`. */
const SQL_TAGS = new Set(["sql", "SQL"]);

export function isSqlTag(path: readonly string[]): boolean {
  const name = path.at(-1);
  return name !== undefined && SQL_TAGS.has(name);
}
