import type { ClientLibrary } from "../../model/client.ts";
import { gives, runs } from "../members.ts";

/** serverless-mysql, whose transactions are chains of queries (github.com/jeremydaly/serverless-mysql). */
export const serverlessMysql: ClientLibrary = {
  id: "typescript/serverless-mysql",
  language: "typescript",
  modules: ["serverless-mysql"],
  dialect: "mysql",
  exports: { default: gives("ServerlessMysql"), "*": gives("ServerlessMysql") },
  types: {
    ServerlessMysql: { members: { query: runs(0, {}, ["sql"]), transaction: gives("Transaction") } },
    Transaction: { members: { query: runs(0, { returns: "receiver" }, ["sql"]), rollback: gives("receiver") } },
  },
};
