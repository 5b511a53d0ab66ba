import type { Dialect } from "../src/model/sql-statement.ts";
import { HOLE } from "../src/model/sql-text.ts";
import { readSql } from "../src/sql/read-sql.ts";
import { readTableDefinitions } from "../src/sql/read-table-definitions.ts";
import { dialects } from "../src/sql/dialects/index.ts";
import type { SqlInput } from "./sql-inputs.ts";

const dialectIds = Object.keys(dialects) as Dialect[];
const longestRandom = 80;

/** What is put into statements: everything that opens, closes or changes how the rest is read. */
const fragments = [
  "(", ")", ",", ";", ".", "'", '"', "`", "[", "]", "{", "}", "/*", "*/", "--", "#", "\n", "\\", "$$", "$tag$", "?", "%s", ":a", "@", HOLE, "\0", "\u00ff", "\ud800",
  " SELECT ", " FROM ", " INSERT INTO ", " UPDATE ", " SET ", " DELETE FROM ", " WITH ", " AS ", " MERGE INTO ", " USING ", " CREATE TABLE ", " CREATE TRIGGER ", " ON ", " BEGIN ", " END ",
  " CASE ", " THEN ", " DO ", " EXECUTE ", " COPY ", " INTO ", " IN ", " JOIN ", " ALTER TABLE ", " EXPLAIN ", " PREPARE ", " DECLARE ", " CURSOR FOR ", " VALUES ", "\nGO\n", "\nDELIMITER //\n", "\n\\.\n",
  " ONLY ", " LATERAL ", " TABLE ", " UNION ", " OUTPUT ", " IF ", " REFERENCES ", " LIKE ", "/*!50000 ", " q'[", " E'", " U&\"",
] as const;

/**
 * Reads so many inputs: statements cut, doubled and mixed, and random characters. Throws, with the input, where reading throws or names a
 * place outside of the text. The same `seed` gives the same inputs.
 */
export function fuzz(statements: readonly SqlInput[], count: number, seed = 1): void {
  const random = generator(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  for (let i = 0; i < count; i++) {
    const text = random() < 0.1 ? randomText(random) : mutated(pick(statements).sql, pick(statements).sql, random, pick);
    readAndCheck(text, pick(dialectIds), random() < 0.5);
  }
}

function readAndCheck(text: string, dialect: Dialect, taken: boolean): void {
  const inside = ({ start, end }: { readonly start: number; readonly end: number }): boolean => start >= 0 && start <= end && end <= text.length;
  try {
    for (const statement of readSql(text, { dialect, taken }).statements) {
      const spans = [statement.span, statement.verb, ...statement.accesses.map(({ span }) => span)];
      if (!spans.every(inside)) throw new Error("A place lies outside of the text");
    }
    if (!readTableDefinitions(text, dialect).every(({ span }) => inside(span))) throw new Error("A table's place lies outside of the text");
  } catch (cause) {
    throw new Error(`Fuzzed input (${dialect}): ${JSON.stringify(text)}`, { cause });
  }
}

function mutated(text: string, other: string, random: () => number, pick: (items: readonly string[]) => string): string {
  const changes = 1 + Math.floor(random() * 4);
  for (let i = 0; i < changes; i++) {
    const at = Math.floor(random() * (text.length + 1));
    const to = Math.min(text.length, at + Math.floor(random() * 20));
    const kind = random();
    if (kind < 0.4) text = text.slice(0, at) + pick(fragments) + text.slice(at);
    else if (kind < 0.6) text = text.slice(0, at) + text.slice(to);
    else if (kind < 0.7) text = text.slice(0, at);
    else if (kind < 0.8) text = text.slice(0, to) + text.slice(at);
    else if (kind < 0.9) text = text.slice(0, at) + other.slice(Math.floor(random() * other.length));
    else text = text.slice(0, at) + String.fromCharCode(Math.floor(random() * 0x10000)) + text.slice(at + 1);
  }
  return text;
}

function randomText(random: () => number): string {
  const length = Math.floor(random() * longestRandom);
  return Array.from({ length }, () => (random() < 0.3 ? fragments[Math.floor(random() * fragments.length)]! : String.fromCharCode(Math.floor(random() * 256)))).join("");
}

/** https://en.wikipedia.org/wiki/Xorshift: numbers from 0 up to 1. */
function generator(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
}
