import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { linesOf, writesIn } from "../marked-writes.ts";

const samples = ["fixtures/clients/go/database-sql.go", "fixtures/clients/go/sqlx.go", "fixtures/clients/typescript/pg.ts", "fixtures/clients/typescript/knex/knex.ts"];

/** How many writes may be lost that use what is damaged elsewhere: a constant, a constructor. */
const MOST_LOST = 3;

describe.each(samples)("writes of %s, damaged", (path) => {
  const text = readFileSync(path, "utf8");
  const name = path.slice(path.lastIndexOf("/") + 1);
  const writes = (of: string): readonly string[] => linesOf(writesIn({ [name]: of }), { [name]: of });
  const whole = writes(text);
  // Imports and connections stand above: without these nothing is a database.
  const functions = text.search(/^(?:export )?(?:async )?func/m);

  /** The writes that stand outside of the declaration around an offset: what is damaged there may cost its own writes, and a few that need it. */
  function standElsewhere(lines: readonly string[], offset: number): readonly string[] {
    const first = text.lastIndexOf("\n}\n", offset - 1);
    const last = text.indexOf("\n}\n", offset);
    const lineAt = (at: number): number => text.slice(0, at).split("\n").length;
    const [from, to] = [lineAt(Math.max(0, first)), last < 0 ? Infinity : lineAt(last)];
    return lines.filter((line) => {
      const at = Number(line.split(":")[1]);
      return at < from || at > to;
    });
  }

  const withoutLine = (line: string): string => line.replace(/:\d+:/, "");

  it("are lost in the declaration with a missing bracket only", () => {
    for (const { index } of text.matchAll(/[()[\]{}]/g)) {
      if (index < functions) continue;
      const left = new Set(writes(text.slice(0, index) + text.slice(index + 1)));
      expect(standElsewhere(whole, index).filter((line) => !left.has(line)).length, `without the bracket at ${index}`).toBeLessThanOrEqual(MOST_LOST);
    }
  });

  it("are lost in the declaration with a bracket too many only", () => {
    for (const bracket of "()[]{}") {
      for (let index = functions; index < text.length; index += 61) {
        const left = new Set(writes(text.slice(0, index) + bracket + text.slice(index)));
        expect(standElsewhere(whole, index).filter((line) => !left.has(line)).length, `with ${bracket} at ${index}`).toBeLessThanOrEqual(MOST_LOST);
      }
    }
  });

  it("stand where a cut file runs into a whole one", () => {
    for (const { index } of text.matchAll(/\n\n/g)) {
      const merged = new Set(writes(`${text.slice(0, index)}\n${text}`).map(withoutLine));
      expect(whole.filter((line) => !merged.has(withoutLine(line))).length, `cut at ${index}`).toBeLessThanOrEqual(MOST_LOST);
    }
  });
});
