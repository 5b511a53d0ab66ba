import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { views } from "./random-effects/random-names.ts";
import { filling, schema } from "./random-effects/random-schema.ts";
import { serviceStatements } from "./random-effects/random-statements.ts";
import { reportedTables } from "./random-effects/read-by-check.ts";
import { openSqlite } from "./random-effects/run-in-sqlite.ts";

const schemasPerRun = Number(process.env["EFFECT_SCHEMAS"] ?? 5_000);

/** A run tries the same schemas as the one before it; another number goes where none has looked. */
const seed = Number(process.env["EFFECT_SEED"] ?? 1);

/** Of the tables that are reported, so many are really changed: conditions and rows decide on the others, and only the database knows these. */
const LEAST_PRECISION = 0.75;

describe("what statements change through triggers, cascades and views of random schemas", () => {
  it("is never more than what is reported", { timeout: 300_000 }, async () => {
    const sqlite = await openSqlite();
    const count = { schemas: 0, statements: 0, reported: 0, changed: 0, indirect: 0 };
    fc.assert(
      fc.property(schema, serviceStatements, ({ tables, triggers, later }, statements) => {
        fc.pre(!dropsTriggersOf(triggers, statements));
        const built = [...tables, ...triggers, ...later];
        const changes = sqlite.changedTables([...tables, ...filling, ...triggers, ...later], statements);
        fc.pre(changes !== undefined);
        const reports = reportedTables(built, statements);
        count.schemas++;
        changes.forEach((changed, index) => {
          if (!changed) return;
          const reported = [...reports[index]!].filter((name) => !views.some((view) => view === name));
          const missed = [...changed].filter((name) => !reported.includes(name));
          expect(missed, `not reported of ${statements[index]}\n${built.join(";\n")}`).toEqual([]);
          count.statements++;
          count.reported += reported.length;
          count.changed += changed.size;
          count.indirect += changed.size > 1 ? 1 : 0;
        });
      }),
      { numRuns: schemasPerRun, maxSkipsPerRun: 2, seed },
    );
    if (process.env["EFFECT_FIGURES"]) console.log(count, (count.changed / count.reported).toFixed(3));
    expect(count.schemas).toBe(schemasPerRun);
    expect(count.indirect).toBeGreaterThan(schemasPerRun / 8);
    expect(count.changed / count.reported).toBeGreaterThan(LEAST_PRECISION);
  });
});

/** The schema is read as it stands when all is run: of a dropped table's own triggers, which may act on rows that refer to others of it, nothing is left. */
function dropsTriggersOf(triggers: readonly string[], [first = ""]: readonly string[]): boolean {
  const dropped = /^DROP TABLE (?:\w+\.)?\W*(\w+)/i.exec(first)?.[1]?.toLowerCase();
  return dropped !== undefined && triggers.some((trigger) => new RegExp(`\\bON\\s+\\W*${dropped}\\b`, "i").test(trigger));
}
