import type { TextLiteral } from "../model/syntax.ts";

/** Words that begin a statement which accesses a table. */
const STATEMENT_VERBS = "insert|update|delete|replace|merge|truncate|create|alter|drop|rename|copy|load|upsert|select|comment|grant|revoke";

const verbs: ReadonlySet<string> = new Set(STATEMENT_VERBS.split("|"));
const SHORTEST_VERB = 4;
const LONGEST_VERB = 8;

/** Whether the word between two offsets is such a verb, in any letter case. */
export function isStatementVerb(text: string, start: number, end: number): boolean {
  const length = end - start;
  return length >= SHORTEST_VERB && length <= LONGEST_VERB && verbs.has(text.slice(start, end).toLowerCase());
}

/** A verb that begins the literal, a statement in it or a parenthesis; comments before it are passed over by the second half. */
const AT_BEGINNING = new RegExp(`(?:^|[;(]|\\*/|--[^\\n]*\\n)\\s*(?:${STATEMENT_VERBS})(?:\\s|$)`, "i");

/** A verb in capitals, as only statements have it. */
const IN_CAPITALS = new RegExp(`\\b(?:${STATEMENT_VERBS.toUpperCase()})\\b`);

/** A verb and the word that a statement has behind it, wherever they stand. */
const WITH_PARTNER =
  /\b(?:insert\s+(?:or\s+\w+\s+|ignore\s+)?into|update\s[^]{1,200}?\sset|delete\s+from|replace\s+into|merge\s+into|truncate\s+table|(?:create|alter|drop)\s+(?:\w+\s+){0,3}table|select\s[^]{1,2000}?\sfrom)\b/i;

/** Whether the text of a literal may be a statement or a part that holds its verb; false for nearly all other texts. */
export function mayHoldStatement(literal: TextLiteral): boolean {
  return literal.parts.some((part) => part.kind === "run" && mayBeStatement(part.text));
}

/** The same of any text. */
export function mayBeStatement(text: string): boolean {
  return AT_BEGINNING.test(text) || IN_CAPITALS.test(text) || WITH_PARTNER.test(text);
}
