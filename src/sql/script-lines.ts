import { endOfLine, isFirstInLine } from "./scan-comment.ts";
import { Keyword } from "./keywords.ts";
import { Boundary, Kind, Symbol } from "./tokens.ts";
import type { Tokens } from "./tokens.ts";

const migrationPart = /--\s*(?:\+goose|\+migrate|migrate:)\s*(up|down)\b/iy;
const queryName = /--\s*name\s*:/iy;

/** The boundary that a comment line of a migration tool or of sqlc sets, or 0: `-- +goose Down`, `-- migrate:up`, `-- name: GetPet :one`. */
export function boundaryOfComment(text: string, at: number): number {
  migrationPart.lastIndex = at;
  const part = migrationPart.exec(text)?.[1];
  if (part !== undefined) return part.toLowerCase() === "up" ? Boundary.up : Boundary.down;
  queryName.lastIndex = at;
  return queryName.test(text) ? Boundary.batch : 0;
}

/** Whether the word from `at` to `end` stands alone in its line, but for a count: T-SQL's `GO`. */
export function isBatchSeparator(text: string, at: number, end: number): boolean {
  return isFirstInLine(text, at) && /^[ \t]*\d*[ \t]*\r?$/.test(text.slice(end, endOfLine(text, end, text.length)));
}

/** The new delimiter of MySQL's `DELIMITER //` line, or undefined where the word is no such command. */
export function delimiterOf(text: string, at: number, end: number): string | undefined {
  if (!isFirstInLine(text, at)) return undefined;
  return /^[ \t]+(\S+)/.exec(text.slice(end, endOfLine(text, end, text.length)))?.[1];
}

/** Whether `.` at `at` begins a command of the sqlite3 shell: no statement is open, and a letter follows. */
export function isDotCommand(text: string, at: number, tokens: Tokens): boolean {
  return isBetweenStatements(tokens) && isFirstInLine(text, at) && /[a-z]/.test(text.charAt(at + 1));
}

/** Whether the last token ended a statement, or there is none. */
export function isBetweenStatements(tokens: Tokens): boolean {
  const last = tokens.count - 1;
  return last < 0 || tokens.kind[last] === Kind.boundary || tokens.code[last] === Symbol.semicolon;
}

/** Whether the statement that the last token, a `;`, ends is COPY … FROM STDIN: lines of data follow. https://www.postgresql.org/docs/current/sql-copy.html */
export function endsCopyFromStdin(tokens: Tokens): boolean {
  const { code, kind, text, start } = tokens;
  const longestTail = 60;
  for (let i = tokens.count - 2; i > 0 && i > tokens.count - longestTail; i--) {
    if (code[i] === Symbol.semicolon) return false;
    if (code[i] === Keyword.from) return kind[i + 1] === Kind.word && /^stdin\b/i.test(text.slice(start[i + 1], start[i + 1]! + 6)) && startsWithCopy(tokens, i);
  }
  return false;
}

function startsWithCopy(tokens: Tokens, from: number): boolean {
  let i = from;
  while (i > 0 && tokens.code[i - 1] !== Symbol.semicolon && tokens.kind[i - 1] !== Kind.boundary) {
    i = tokens.code[i] === Symbol.close && tokens.partner[i]! >= 0 ? tokens.partner[i]! : i - 1;
    if (tokens.code[i] === Keyword.copy) return true;
  }
  return tokens.code[i] === Keyword.copy;
}
