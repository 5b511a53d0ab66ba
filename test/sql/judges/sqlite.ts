import sqlite3InitModule from "@sqlite.org/sqlite-wasm";
import { toJudgement } from "./judgement.ts";
import type { Judgement } from "./judgement.ts";

/** The action codes of https://sqlite.org/c3ref/c_alter_table.html that name a write; the table is the first argument, for ALTER the second. */
const actions: ReadonlyMap<number, string> = new Map([
  [18, "insert"],
  [23, "update"],
  [9, "delete"],
  [2, "create"],
  [4, "create"],
  [8, "create"],
  [6, "create"],
  [29, "create"],
  [11, "drop"],
  [13, "drop"],
  [17, "drop"],
  [15, "drop"],
  [30, "drop"],
  [26, "alter"],
]);
const readAction = 20;
const alterAction = 26;
/** CREATE INDEX, DROP and ALTER read what they change. */
const readsItsOwn: ReadonlySet<number> = new Set([1, 3, 10, 11, 12, 13, 15, 17, 26, 30]);

/** What the authorizer is asked: an action, its two arguments, and the database. */
type Question = readonly [action: number, first: string, second: string, database: string];

const schemaTables = /^sqlite_(?:temp_)?(?:master|schema|sequence|stat\d)$/;

/**
 * SQLite itself, with a schema of its own: prepares a statement and gives what its authorizer was asked to allow; undefined where it
 * does not compile. https://sqlite.org/c3ref/set_authorizer.html
 */
export async function sqliteJudge(schema: string): Promise<(sql: string) => Judgement | undefined> {
  const { oo1, capi } = await sqlite3InitModule();
  const database = new oo1.DB(":memory:");
  database.exec(schema);
  const asked: Question[] = [];
  capi.sqlite3_set_authorizer(
    database.pointer!,
    (_context: unknown, action: number, first: unknown, second: unknown, name: unknown) => {
      asked.push([action, String(first), String(second), String(name)]);
      return 0;
    },
    0,
  );
  return (sql) => {
    asked.length = 0;
    try {
      database.prepare(sql).finalize();
    } catch {
      return undefined;
    }
    return judge(asked);
  };
}

function judge(asked: readonly Question[]): Judgement {
  const writes: (readonly [string, string])[] = [];
  const reads: string[] = [];
  for (const [action, first, second, database] of asked) {
    const operation = actions.get(action);
    const table = action === alterAction ? second : first;
    if (schemaTables.test(table)) continue;
    if (operation !== undefined) writes.push([operation, table]);
    // A common table expression is read from no database.
    else if (action === readAction && database !== "") reads.push(table);
  }
  const dropped = new Set(writes.filter(([operation]) => operation === "drop").map(([, table]) => table));
  return toJudgement(
    writes.filter(([operation, table]) => operation !== "delete" || !dropped.has(table)),
    asked.some(([action]) => readsItsOwn.has(action)) ? [] : reads,
  );
}
