import type { ClientLibrary } from "../../model/client.ts";
import type { TableArgument } from "../../model/client-member.ts";
import type { ColumnSource } from "../../model/column-rules.ts";
import { each, gives, is, runs, writes } from "../members.ts";

/** A name, or `{ schema, name }` (salsita.github.io/node-pg-migrate/migrations). */
const table: TableArgument = { argument: 0, keys: ["name"] };

const columns: ColumnSource = { kind: "keys", argument: 1 };

export const nodePgMigrate: ClientLibrary = {
  id: "typescript/node-pg-migrate",
  language: "typescript",
  modules: ["node-pg-migrate", "node-pg-migrate/*"],
  dialect: "postgres",
  exports: { MigrationBuilder: gives("MigrationBuilder") },
  migrations: { functions: ["up", "down"], parameters: ["pgm"], type: "MigrationBuilder" },
  types: {
    MigrationBuilder: {
      members: {
        createTable: writes("create-table", table, { columns }),
        dropTable: writes("drop-table", table),
        renameTable: writes("rename-table", table),
        ...each("addColumn addColumns", writes("alter-table", table, { columns })),
        ...each("alterTable dropColumn dropColumns renameColumn alterColumn addConstraint createConstraint dropConstraint renameConstraint", writes("alter-table", table)),
        ...each("createIndex addIndex", writes("create-index", table)),
        dropIndex: writes("drop-index", table),
        createTrigger: writes("create-trigger", table),
        ...each("createView createMaterializedView", writes("create-view", table)),
        ...each("dropView dropMaterializedView", writes("drop-view", table)),
        sql: runs(0),
        db: is("Database"),
      },
    },
    Database: { members: each("query select", runs(0, {}, ["text"])) },
  },
};
