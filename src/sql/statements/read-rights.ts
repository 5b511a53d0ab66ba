import type { TableRights } from "../../model/sql-statement.ts";
import { Keyword } from "../keywords.ts";
import type { Reader } from "../reader.ts";
import { Flag, Kind, Symbol } from "../tokens.ts";

/**
 * Which rights GRANT and REVOKE are about, and whose: the tokens between the verb and ON, and those behind the tables.
 * https://www.postgresql.org/docs/current/sql-grant.html, https://dev.mysql.com/doc/refman/8.4/en/grant.html
 */
export function readRights(reader: Reader, privileges: { readonly from: number; readonly on: number }, behind: { readonly from: number; readonly to: number }): TableRights {
  return { readOnly: isReadOnly(reader, privileges.from, privileges.on), roles: readRoles(reader, behind.from, behind.to) };
}

/** `SELECT (name), SELECT`, `GRANT OPTION FOR SELECT`. */
function isReadOnly({ tokens: { code, kind, partner } }: Reader, from: number, to: number): boolean {
  let reads = false;
  for (let at = from; at < to; at++) {
    if (code[at] === Symbol.open && partner[at]! > at) at = partner[at]!;
    else if (code[at] === Keyword.select) reads = true;
    else if (kind[at] === Kind.word && code[at] !== Keyword.grant && code[at] !== Keyword.option && code[at] !== Keyword.for) return false;
  }
  return reads;
}

/** Behind TO or FROM, each the first word of an item: `'clinic'@'%'` is `clinic`. */
function readRoles(reader: Reader, from: number, to: number): readonly string[] {
  const { code, kind, flags } = reader.tokens;
  const roles: string[] = [];
  if (code[from] !== Keyword.to && code[from] !== Keyword.from) return roles;
  let isFirst = true;
  for (let at = from + 1; at < to && kind[at] !== Kind.boundary && code[at] !== Symbol.semicolon && code[at] !== Keyword.with; at++) {
    if (isFirst && code[at] === Keyword.group) continue;
    if (isFirst && isNameLike(kind[at]!) && (flags[at]! & Flag.hole) === 0) roles.push(textOf(reader, at));
    isFirst = code[at] === Symbol.comma;
  }
  return roles;
}

function isNameLike(kind: number): boolean {
  return kind === Kind.word || kind === Kind.quoted || kind === Kind.string;
}

function textOf({ tokens: { text, start, end } }: Reader, at: number): string {
  return text.slice(start[at], end[at]).replace(/^["'`[]|["'`\]]$/g, "");
}
