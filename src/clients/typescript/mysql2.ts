import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import type { NamePlaceholders } from "../../model/name-placeholders.ts";
import { asks, filling, gives, runs } from "../members.ts";

/** `??` stands for a name (github.com/mysqljs/mysql, "Escaping query identifiers"); prepared statements have none. */
const marks: NamePlaceholders = { syntax: "marks", values: 1, key: "values" };

const handle: Readonly<Record<string, ClientMember>> = {
  query: filling(runs(0, {}, ["sql"]), marks),
  format: filling(asks(0, { returns: "Formatted" }), marks),
  escapeId: { text: { kind: "identifier", name: 0 } },
  execute: runs(0, {}, ["sql"]),
  // MariaDB's own driver (github.com/mariadb-corporation/mariadb-connector-nodejs, "connection.batch").
  batch: runs(0, {}, ["sql"]),
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
    format: filling(asks(0, { returns: "Formatted" }), marks),
    escapeId: { text: { kind: "identifier", name: 0 } },
  },
  types: {
    Connection: { members: { ...handle, promise: gives("Connection") } },
    PoolConnection: { extends: ["Connection"], members: {} },
    Pool: {
      members: {
        ...handle,
        promise: gives("Pool"),
        getConnection: { returns: "PoolConnection", callback: { argument: 0, parameter: "PoolConnection", index: 1 } },
      },
    },
    Formatted: { members: {} },
    PoolCluster: { members: { of: gives("Pool"), getConnection: gives("PoolConnection") } },
  },
};
