/** What a database says of a statement, in the words of `asJudged`. Names are in lower case and without schema. */
export interface Judgement {
  readonly writes: readonly string[];
  readonly reads: readonly string[];
}

/** Sorts what a judge found; a table that is written does not count as read. */
export function toJudgement(writes: Iterable<readonly [string, string]>, reads: Iterable<string>): Judgement {
  const written = [...writes].map(([operation, table]) => [operation, table.toLowerCase()] as const);
  const tables = new Set(written.map(([, table]) => table));
  return {
    writes: [...new Set(written.map(([operation, table]) => `${operation} ${table}`))].sort(),
    reads: [...new Set([...reads].map((table) => table.toLowerCase()))].filter((table) => !tables.has(table)).sort(),
  };
}
