import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { each, gives, runs } from "../members.ts";

const inTransaction: ClientMember = { callback: { argument: 0, parameter: "SQLTransaction" } };

/** expo-sqlite (docs.expo.dev/versions/latest/sdk/sqlite), and what it was before, after WebSQL (docs.expo.dev/versions/v51.0.0/sdk/sqlite-legacy). */
export const expoSqlite: ClientLibrary = {
  id: "typescript/expo-sqlite",
  language: "typescript",
  modules: ["expo-sqlite", "expo-sqlite/*"],
  dialect: "sqlite",
  exports: {
    default: {},
    "*": {},
    ...each("openDatabaseSync openDatabaseAsync deserializeDatabaseSync deserializeDatabaseAsync openDatabase useSQLiteContext", gives("SQLiteDatabase")),
  },
  types: {
    SQLiteDatabase: {
      members: {
        ...each("execAsync execSync runAsync runSync getFirstAsync getFirstSync getAllAsync getAllSync getEachAsync getEachSync", runs(0)),
        ...each("prepareAsync prepareSync", runs(0, { returns: "SQLiteStatement" })),
        withExclusiveTransactionAsync: { callback: { argument: 0, parameter: "SQLiteDatabase" } },
        ...each("transaction readTransaction transactionAsync", inTransaction),
      },
    },
    ...Object.fromEntries(["WebSQLDatabase", "Database"].map((name) => [name, { extends: ["SQLiteDatabase"], members: {} }])),
    SQLTransaction: { members: each("executeSql executeSqlAsync", runs(0)) },
    ...Object.fromEntries(["SQLTransactionAsync", "Transaction"].map((name) => [name, { extends: ["SQLTransaction"], members: {} }])),
    SQLiteStatement: { members: {} },
  },
};
