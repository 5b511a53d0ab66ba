import type { AccessDraft, InnerText, Reader } from "./reader.ts";
import { Kind, Symbol } from "./tokens.ts";
import type { FormatArgument } from "./fill-format.ts";

/** What is put behind a string: `'DELETE FROM ' || 'posts'`, T-SQL's `'DELETE FROM ' + QUOTENAME('posts')`. */
export interface Appended {
  /** The literals right behind it. */
  readonly literals: readonly FormatArgument[];
  /** Something that is no literal follows. */
  readonly isOpen: boolean;
}

/** https://www.postgresql.org/docs/current/plpgsql-statements.html#PLPGSQL-QUOTE-LITERAL-EXAMPLE, https://learn.microsoft.com/en-us/sql/t-sql/functions/quotename-transact-sql */
const QUOTING = /^(?:quote_ident|quotename)$/i;

/** What is put behind the string that is the token `at`; undefined for nothing. */
export function appendedTo({ tokens: { kind, code, text, start, end }, to }: Reader, at: number): Appended | undefined {
  const literals: FormatArgument[] = [];
  let next = at + 1;
  for (let behind = behindSign(next); behind > next; behind = behindSign(next)) {
    const isQuoted = QUOTING.test(text.slice(start[behind], end[behind])) && code[behind + 1] === Symbol.open && code[behind + 3] === Symbol.close;
    const literal = isQuoted ? behind + 2 : behind;
    if (kind[literal] !== Kind.string || literal >= to) return { literals, isOpen: true };
    const from = text.indexOf("'", start[literal]) + 1;
    literals.push({ start: from, end: end[literal]! - 1, text: text.slice(from, end[literal]! - 1) });
    next = isQuoted ? behind + 4 : behind + 1;
  }
  return literals.length > 0 ? { literals, isOpen: false } : undefined;

  /** Behind `||` or `+` at a token, or the token itself. */
  function behindSign(token: number): number {
    if (token >= to) return token;
    if (text.startsWith("||", start[token])) return start[token + 1] === start[token]! + 1 ? token + 2 : token + 1;
    return text.charCodeAt(start[token]!) === PLUS ? token + 1 : token;
  }
}

const PLUS = 43;
const NAME = /^\s*(?:"?(?<schema>[\p{L}_][\p{L}\p{N}_$]*)"?\.)?"?(?<name>[\p{L}_][\p{L}\p{N}_$]*)"?/u;
/** From its verb on a statement whose table is still to come. */
const UNNAMED = /^\w+(?:\s+(?:from|into|table|only|if|not|exists|ignore|or|replace|as))*\s*$/i;
const BEGUN = /\w$/;

/** Names the tables of accesses whose names begin where a text ends: in the literals put behind it. A name that goes on in what cannot be told is none. */
export function fillAppended({ tokens: { text } }: Reader, { end, appended }: InnerText, accesses: readonly AccessDraft[]): void {
  if (!appended) return;
  const continued = appended.literals.map((literal) => literal.text).join("");
  for (const access of accesses) {
    const { table, span } = access;
    if (table === undefined) {
      const { name, schema } = (UNNAMED.test(text.slice(span.start, end)) && NAME.exec(continued)?.groups) || {};
      if (name === undefined || (appended.isOpen && continued.endsWith(name))) continue;
      access.table = { name, quoted: false, ...(schema === undefined ? {} : { schema }) };
      const at = appended.literals.find((literal) => literal.text.includes(name));
      if (at) access.span = { start: at.start + at.text.indexOf(name), end: at.start + at.text.indexOf(name) + name.length };
    } else if (span.end === end && BEGUN.test(text.slice(span.start, end))) {
      const rest = /^[\p{L}\p{N}_$]*/u.exec(continued)![0];
      const isUnknown = rest === continued && appended.isOpen && (rest !== "" || table.name.endsWith("_"));
      if (isUnknown) access.table = undefined;
      else if (rest !== "") access.table = { ...table, name: table.name + rest };
    }
  }
}
