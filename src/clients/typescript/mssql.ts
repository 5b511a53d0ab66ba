import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { chain, each, gives, is, names, runs, tags, writes } from "../members.ts";

/** A text or a template (tediousjs.github.io/node-mssql, "Queries"). */
const query: ClientMember = { ...tags({ returns: "Result" }), called: 0 };

const pool: Readonly<Record<string, ClientMember>> = {
  ...each("query batch", query),
  request: gives("Request"),
  transaction: gives("Transaction"),
  connect: chain,
};

export const mssql: ClientLibrary = {
  id: "typescript/mssql",
  language: "typescript",
  modules: ["mssql", "mssql/*"],
  dialect: "sqlserver",
  exports: {
    default: is("Module"),
    "*": is("Module"),
    connect: gives("ConnectionPool"),
    ConnectionPool: gives("ConnectionPool"),
    Request: gives("Request"),
    Transaction: gives("Transaction"),
    PreparedStatement: gives("PreparedStatement"),
    Table: names(0, "Table"),
    ...each("query batch", query),
  },
  types: {
    Module: {
      members: {
        ...each("query batch", query),
        ...each("connect ConnectionPool", gives("ConnectionPool")),
        Request: gives("Request"),
        Transaction: gives("Transaction"),
        PreparedStatement: gives("PreparedStatement"),
        Table: names(0, "Table"),
      },
    },
    ConnectionPool: { members: pool },
    Transaction: { members: { ...pool, begin: gives("Transaction") } },
    Request: { members: { ...each("query batch", query), bulk: writes("insert", 0), input: chain, output: chain } },
    PreparedStatement: { members: { prepare: runs(0) } },
    Table: { members: {} },
    Result: { members: {} },
  },
};
