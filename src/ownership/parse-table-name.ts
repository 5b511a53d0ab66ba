/** A table as ownership.yaml names it. */
export interface WrittenTable {
  readonly schema: string | undefined;
  readonly name: string;
}

/**
 * Reads `users`, `auth.users`, `"Users"`, `` `users` `` or `[dbo].[users]`; `*` and `?` stay as they are.
 * Undefined for what is no table name: an empty part, more than two parts, an open quote,
 * other glob signs, more letters than databases take.
 */
export function parseTableName(text: string): WrittenTable | undefined {
  const parts: string[] = [];
  let rest = text.trim();
  if (rest.length > LONGEST_NAME) return undefined;
  for (;;) {
    const part = PART.exec(rest);
    if (!part) return undefined;
    parts.push((part[1] ?? part[2] ?? part[3] ?? part[4] ?? "").trim());
    rest = rest.slice(part[0].length);
    if (rest === "") break;
    rest = rest.slice(1);
  }
  const [first, second, ...more] = parts;
  if (first === undefined || parts.includes("") || more.length > 0) return undefined;
  return second === undefined ? { schema: undefined, name: first } : { schema: first, name: second };
}

/** One part of a name: quoted in one of the ways of SQL, or bare; up to a dot or the end. */
const PART = /^(?:"([^"]*)"|`([^`]*)`|\[([^\]]*)\]|([^."`[\](){}!|,;]+))(?=\.|$)/;

/** Schema and table with their quotes; SQL Server and Oracle take 128 bytes for each, the others less. */
const LONGEST_NAME = 300;
