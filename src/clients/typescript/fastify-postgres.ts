import type { ClientLibrary } from "../../model/client.ts";
import { is, runs } from "../members.ts";

/** What the plugin puts on every server as `pg`, and under it a pool for each name (github.com/fastify/fastify-postgres). */
export const fastifyPostgres: ClientLibrary = {
  id: "typescript/fastify-postgres",
  language: "typescript",
  modules: ["@fastify/postgres", "fastify-postgres"],
  dialect: "postgres",
  exports: {},
  handles: { names: ["pg"], type: "PostgresDb" },
  types: {
    PostgresDb: {
      extends: ["pg#Pool"],
      members: { query: runs(0, {}, ["text"]), pool: is("pg#Pool"), transact: { callback: { argument: 0, parameter: "pg#PoolClient" } } },
      otherMembers: is("PostgresDb"),
    },
  },
};
