import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { each, gives, runs, writes } from "../members.ts";

/** What databases and connections of all its packages have (duckdb.org/docs/stable/clients/node_neo/overview, /nodejs/overview). */
const members: Readonly<Record<string, ClientMember>> = {
  ...each("run all each exec stream streamAndRead streamAndReadAll runAndRead runAndReadAll runAndReadUntil arrowIPCAll", runs(0)),
  ...each("prepare extractStatements", runs(0, { returns: "Statement" })),
  createAppender: writes("insert", 0),
  connect: gives("Connection"),
};

export const duckdb: ClientLibrary = {
  id: "typescript/duckdb",
  language: "typescript",
  modules: ["duckdb", "duckdb-async", "@duckdb/node-api", "@duckdb/duckdb-wasm"],
  exports: {
    Database: gives("Database"),
    DuckDBInstance: gives("Database"),
    DuckDBConnection: gives("Connection"),
    AsyncDuckDB: gives("Database"),
  },
  types: {
    Database: { members: { ...members, ...each("create fromCache open", gives("Database")) } },
    Connection: { members: { ...members, create: gives("Connection"), query: runs(0), send: runs(0) } },
    ...Object.fromEntries(["DuckDBInstance", "AsyncDuckDB"].map((name) => [name, { extends: ["Database"], members: {} }])),
    ...Object.fromEntries(["DuckDBConnection", "AsyncDuckDBConnection"].map((name) => [name, { extends: ["Connection"], members: {} }])),
    Statement: { members: {} },
  },
};
