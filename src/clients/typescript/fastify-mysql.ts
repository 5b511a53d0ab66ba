import type { ClientLibrary } from "../../model/client.ts";
import { each, is, runs } from "../members.ts";

/** What the plugin puts on every server as `mysql`, and under it a pool for each name (github.com/fastify/fastify-mysql). */
export const fastifyMysql: ClientLibrary = {
  id: "typescript/fastify-mysql",
  language: "typescript",
  modules: ["@fastify/mysql", "fastify-mysql"],
  dialect: "mysql",
  exports: {},
  handles: { names: ["mysql"], type: "MySQLPool" },
  types: {
    MySQLPool: {
      extends: ["mysql2#Pool"],
      members: { ...each("query execute", runs(0, {}, ["sql"])), pool: is("mysql2#Pool"), connection: is("mysql2#Connection") },
      otherMembers: is("MySQLPool"),
    },
    ...Object.fromEntries(["MySQLPromisePool", "MySQLConnection", "MySQLPromiseConnection"].map((name) => [name, { extends: ["MySQLPool"], members: {} }])),
  },
};
