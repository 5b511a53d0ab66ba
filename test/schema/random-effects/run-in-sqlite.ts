import sqlite3InitModule from "@sqlite.org/sqlite-wasm";

/** Runs statements in SQLite itself. */
export interface SqliteRunner {
  /**
   * For each statement the tables of whose rows SQLite changed, undefined where it refused the statement. Each is run on the same
   * rows, and taken back. Undefined where the schema itself is refused.
   */
  changedTables(script: readonly string[], statements: readonly string[]): readonly (ReadonlySet<string> | undefined)[] | undefined;
}

export async function openSqlite(): Promise<SqliteRunner> {
  const { oo1, capi } = await sqlite3InitModule();
  return {
    changedTables(script, statements) {
      const database = new oo1.DB(":memory:");
      const run = (sql: string): boolean => capi.sqlite3_exec(database.pointer!, sql, 0, 0, 0) === capi.SQLITE_OK;
      try {
        if (!run(`PRAGMA foreign_keys = OFF; ${script.join(";\n")}; PRAGMA foreign_keys = ON`)) return undefined;
        const changed = new Set<string>();
        const note = (_context: unknown, _database: unknown, _operation: unknown, _name: unknown, table: string): void => void changed.add(table);
        // The package's types forget the last argument, and it insists on all three.
        Reflect.apply(capi.sqlite3_preupdate_hook, undefined, [database.pointer, note, 0]);
        return statements.map((statement) => {
          changed.clear();
          // What is taken back never breaks a foreign key that is held until the end.
          run("BEGIN; PRAGMA defer_foreign_keys = ON");
          const done = run(statement);
          const tables = new Set(changed);
          run("ROLLBACK");
          return done ? tables : undefined;
        });
      } finally {
        database.close();
      }
    },
  };
}
