import type { ClientLibrary } from "../../model/client.ts";
import { each, runs, writes } from "../members.ts";

/** The driver that a migration gets (db-migrate.readthedocs.io/en/latest/API/SQL). */
export const dbMigrate: ClientLibrary = {
  id: "typescript/db-migrate",
  language: "typescript",
  modules: ["db-migrate", "db-migrate-base", "db-migrate-pg", "db-migrate-mysql", "db-migrate-sqlite3"],
  exports: {},
  migrations: { functions: ["up", "down"], parameters: ["db"], type: "Driver" },
  types: {
    Driver: {
      members: {
        createTable: writes("create-table", 0, { columns: { kind: "keys", argument: 1, under: "columns", orItself: true } }),
        addColumn: writes("alter-table", 0, { columns: { kind: "name", argument: 1 } }),
        dropTable: writes("drop-table", 0),
        renameTable: writes("rename-table", 0),
        ...each("removeColumn renameColumn changeColumn addForeignKey removeForeignKey", writes("alter-table", 0)),
        addIndex: writes("create-index", 0),
        insert: writes("insert", 0),
        update: writes("update", 0),
        ...each("runSql all allAsync runSqlAsync", runs(0)),
      },
    },
  },
};
