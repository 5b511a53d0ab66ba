import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSql } from "../../src/sql/read-sql.ts";
import { commonNames, schema, statements } from "./generate/grammar.ts";
import type { Grammar } from "./generate/grammar.ts";
import type { Judgement } from "./judges/judgement.ts";
import { postgresJudge } from "./judges/postgres.ts";
import { sqliteJudge } from "./judges/sqlite.ts";
import { asJudged, expectedReads, expectedWrites, hasOracle, readOracle } from "./oracle.ts";

const statementsPerRun = Number(process.env["SQL_STATEMENTS"] ?? 20_000);

/** A run judges the same statements as the one before it; another number goes where none has looked. */
const seed = Number(process.env["SQL_SEED"] ?? 1);

const judges: Record<Grammar, () => Promise<(sql: string) => Judgement | undefined>> = {
  sqlite: () => sqliteJudge(schema),
  postgres: postgresJudge,
};

describe.each(["sqlite", "postgres"] as const)("generated statements, judged by %s", (grammar) => {
  it("are read as the database reads them", { timeout: 300_000 }, async () => {
    const judge = await judges[grammar]();
    fc.assert(
      fc.property(statements(grammar), (sql) => {
        const judgement = judge(sql);
        fc.pre(judgement !== undefined);
        const { writes, reads } = asJudged(readSql(sql, { dialect: grammar, taken: true }));
        expect(writes).toEqual(judgement.writes);
        expect(comparable(reads, judgement.reads, grammar, sql)).toEqual(comparable(judgement.reads, judgement.reads, grammar, sql));
      }),
      { numRuns: statementsPerRun, maxSkipsPerRun: 2, seed },
    );
  });
});

/**
 * The reads that can be compared. SQLite never looks at a common table expression that nothing uses, and may name one as if it were a
 * table where no column of it is used; a LEFT JOIN that cannot change the result it leaves out, with all that is read inside it
 * (sqlite.org/optoverview.html, "Omit OUTER JOIN Optimization").
 */
function comparable(reads: readonly string[], judged: readonly string[], grammar: Grammar, sql: string): readonly string[] {
  if (grammar === "postgres" || !/\b(?:with|left)\b/i.test(sql)) return reads;
  const named = reads.filter((table) => judged.includes(table));
  return /\bwith\b/i.test(sql) ? named.filter((table) => !commonNames.some((name) => name === table)) : named;
}

describe.runIf(hasOracle)("the judges themselves", () => {
  it("PostgreSQL's says what its recorded answers say", async () => {
    const judge = await postgresJudge();
    const differing = readOracle("postgres").filter((judged) => {
      const judgement = judge(judged.sql);
      return judgement?.writes.join() !== expectedWrites(judged).join() || judgement.reads.join() !== expectedReads(judged).join();
    });
    expect(differing.map((judged) => judged.sql)).toEqual([]);
  });
});
