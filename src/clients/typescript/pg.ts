import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { gives, is, runs, tags } from "../members.ts";

const query = runs(0, { returns: "Result" }, ["text"]);
const escapeIdentifier: ClientMember = { text: { kind: "identifier", name: 0 } };

/** node-postgres (node-postgres.com/apis/client, /pool); a query is a text, a config object, or a submittable such as a cursor. */
export const pg: ClientLibrary = {
  id: "typescript/pg",
  language: "typescript",
  modules: ["pg", "pg-pool", "pg-native", "@neondatabase/serverless", "@vercel/postgres"],
  dialect: "postgres",
  exports: {
    default: {},
    "*": {},
    Pool: gives("Pool"),
    Client: gives("Client"),
    createPool: gives("Pool"),
    createClient: gives("Client"),
    db: is("VercelPool"),
    sql: is("VercelPool"),
    neon: gives("Tag"),
    escapeIdentifier,
  },
  types: {
    Pool: { members: { query, connect: gives("PoolClient") } },
    Client: { members: { query, escapeIdentifier } },
    ClientBase: { members: { query, escapeIdentifier } },
    PoolClient: { members: { query, escapeIdentifier } },
    VercelPool: { extends: ["Pool"], members: { sql: tags() }, call: tags() },
    Tag: { members: { query }, call: tags() },
    Result: { members: {} },
  },
};
