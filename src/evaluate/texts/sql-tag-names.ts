import type { Expression } from "../../model/syntax.ts";
import type { Value } from "../value.ts";

/** Names that a tag for statements has where its library is not known: `sql`, `SQL`, `Prisma.sql`, `db.sql`. */
const SQL_TAGS = new Set(["sql", "SQL"]);

export function isSqlTag(path: readonly string[]): boolean {
  const name = path.at(-1);
  return name !== undefined && SQL_TAGS.has(name);
}

/** `sql`, `this.sql`. */
export function isNamedAsSqlTag(tag: Expression): boolean {
  return (tag.kind === "name" || tag.kind === "member") && isSqlTag([tag.name]);
}

/** Whether nothing in the project tells what a value does when it is called. */
export function isNotTold(value: Value): boolean {
  return value.kind === "unknown" || (value.kind === "instance" && value.type.kind === "external");
}
