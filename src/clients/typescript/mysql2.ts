import type { ClientLibrary, ClientMember } from "../../model/client.ts";
import { gives, runs } from "../members.ts";

const handle: Readonly<Record<string, ClientMember>> = {
  query: runs(0, {}, ["sql"]),
  execute: runs(0, {}, ["sql"]),
  prepare: runs(0),
};

/** mysql2 and its forerunner mysql (sidorares.github.io/node-mysql2, github.com/mysqljs/mysql). */
export const mysql2: ClientLibrary = {
  id: "typescript/mysql2",
  language: "typescript",
  modules: ["mysql2", "mysql2/promise", "mysql", "promise-mysql", "mariadb"],
  dialect: "mysql",
  exports: {
    default: {},
    "*": {},
    createConnection: gives("Connection"),
    createPool: gives("Pool"),
    createPoolCluster: gives("PoolCluster"),
  },
  types: {
    Connection: { members: { ...handle, promise: gives("Connection") } },
    PoolConnection: { extends: ["Connection"], members: {} },
    Pool: {
      members: {
        ...handle,
        batch: runs(0),
        promise: gives("Pool"),
        getConnection: { returns: "PoolConnection", callback: { argument: 0, parameter: "PoolConnection", index: 1 } },
      },
    },
    PoolCluster: { members: { of: gives("Pool"), getConnection: gives("PoolConnection") } },
  },
};
