import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { each, gives, runs } from "../members.ts";

const inTransaction: ClientMember = { callback: { argument: 0, parameter: "Transaction" } };
const batch: ClientMember = { sql: { argument: 0, list: true, writes: true } };

/**
 * SQLite of React Native: op-sqlite (op-engineering.github.io/op-sqlite/docs/api), quick-sqlite and nitro-sqlite, which it came from and which
 * came from it, and react-native-sqlite-storage, after WebSQL (github.com/andpor/react-native-sqlite-storage).
 */
export const reactNativeSqlite: ClientLibrary = {
  id: "typescript/react-native-sqlite",
  language: "typescript",
  modules: ["@op-engineering/op-sqlite", "@op-engineering/op-sqlcipher", "react-native-quick-sqlite", "@journeyapps/react-native-quick-sqlite", "react-native-nitro-sqlite", "react-native-sqlite-storage", "react-native-sqlite-2"],
  dialect: "sqlite",
  exports: { default: {}, "*": {}, ...each("open openSync openV2 openRemote openDatabase", gives("DB")), QuickSQLite: { is: "QuickSQLite" } },
  types: {
    DB: {
      members: {
        ...each("execute executeSync executeAsync executeRaw executeRawSync executeWithHostObjects executeSql", runs(0)),
        prepareStatement: runs(0, { returns: "Statement" }),
        ...each("executeBatch executeBatchAsync sqlBatch", batch),
        ...each("transaction readTransaction", inTransaction),
      },
    },
    ...Object.fromEntries(["OPSQLiteConnection", "QuickSQLiteConnection", "NitroSQLiteConnection", "SQLiteDatabase", "WebsqlDatabase"].map((name) => [name, { extends: ["DB"], members: {} }])),
    QuickSQLite: { members: { open: gives("DB"), ...each("execute executeAsync", runs(1)), transaction: { callback: { argument: 1, parameter: "Transaction" } } } },
    Transaction: { extends: ["DB"], members: {} },
    Statement: { members: {} },
  },
};
