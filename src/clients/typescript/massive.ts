import type { ClientLibrary } from "../../model/client.ts";
import { asks, each, gives, runs, writes, writesBefore } from "../members.ts";

/** Massive puts each table on the database under its name (massivejs.org/docs/persistence, /docs/working-with-documents). */
export const massive: ClientLibrary = {
  id: "typescript/massive",
  language: "typescript",
  modules: ["massive"],
  dialect: "postgres",
  handles: { names: ["db", "massive"], type: "Database" },
  exports: { default: gives("Database"), "*": gives("Database"), connectSync: gives("Database"), loadSync: gives("Database") },
  types: {
    Database: {
      members: {
        query: runs(0),
        run: asks(0),
        saveDoc: writes("upsert", 0),
        createDocumentTable: writes("create-table", 0),
        dropTable: writes("drop-table", 0),
        ...each("withTransaction withConnection", { callback: { argument: 0, parameter: "Database" } }),
      },
      otherMembers: { table: { argument: "name" }, is: "Table" },
    },
    Table: {
      members: {
        insert: writesBefore("insert"),
        ...each("save saveDoc saveDocs", writesBefore("upsert")),
        ...each("update updateDoc modify setAttribute", writesBefore("update")),
        destroy: writesBefore("delete"),
      },
      otherMembers: { table: { argument: "name" }, is: "Table" },
    },
  },
};
