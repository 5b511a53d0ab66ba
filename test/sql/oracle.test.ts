import { describe, expect, it } from "vitest";
import { readSql } from "../../src/sql/read-sql.ts";
import { asJudged, expectedWrites, hasOracle, oracleFiles, readOracle } from "./oracle.ts";

describe.runIf(hasOracle)("statements judged by real databases (../shared/sql-oracle)", () => {
  it.each(oracleFiles)("%s: the set of writes is the judge's", (file) => {
    const wrong = readOracle(file).filter((judged) => {
      const { writes } = asJudged(readSql(judged.sql, { dialect: judged.dialect, taken: true }));
      return writes.join() !== expectedWrites(judged).join();
    });
    expect(wrong.map((judged) => judged.sql)).toEqual([]);
  });
});
