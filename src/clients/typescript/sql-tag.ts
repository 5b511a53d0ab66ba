import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { gives, is } from "../members.ts";

/** Builds a statement of the template; sql-template-strings and @nearform/sql write behind it by `append` (github.com/felixfbecker/node-sql-template-strings). */
export const tag: ClientMember = { sql: { argument: "tag", writes: false, appenders: ["append"] } };
const raw: ClientMember = { text: { kind: "same", text: 0 } };
const identifier: ClientMember = { text: { kind: "identifier", name: 0 } };

/**
 * Packages whose tags build statements: sql-template-strings, sql-template-tag, @databases/*, slonik, pgtyped, … . Their tag
 * is a function `sql` or `SQL`; the ways to put in names and raw text have the same names in all of them.
 */
export const sqlTag: ClientLibrary = {
  id: "typescript/sql-tag",
  language: "typescript",
  modules: ["sql-template-strings", "sql-template-tag", "slonik", "@databases/*", "sqlstring-sqlite", "@nearform/sql", "squid/pg", "pg-template-tag", "*/slonik", "@slonik/*", "@pgtyped/runtime", "@pgtyped/query", "@ts-safeql/sql-tag"],
  exports: { default: is("Tag"), "*": is("Tag"), sql: is("Tag"), SQL: is("Tag"), raw, createSqlTag: gives("Tag") },
  types: {
    Tag: { members: { raw, identifier, ident: { text: { kind: "identifier", name: 0, rest: true } }, unsafe: tag, fragment: tag, type: gives("Tag"), typeAlias: gives("Tag") }, call: tag },
  },
};
