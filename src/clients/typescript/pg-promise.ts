import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { asks, each, filling, gives, is, names, runs, writes } from "../members.ts";

/**
 * A query is a text, a query file, a prepared statement or what `helpers` makes (vitaly-t.github.io/pg-promise/Database.html); its values
 * may be names (vitaly-t.github.io/pg-promise/formatting.html).
 */
const query: ClientMember = filling(runs(0, {}, ["text"]), { syntax: "formats", values: 1, key: "values" });

const task: ClientMember = { callback: { argument: -1, parameter: "Task" } };

/** The last argument names the table; a column set may have it already (vitaly-t.github.io/pg-promise/helpers.html). */
const table = { argument: 2, otherwise: 1 } as const;

export const pgPromise: ClientLibrary = {
  id: "typescript/pg-promise",
  language: "typescript",
  modules: ["pg-promise", "pg-promise/*"],
  dialect: "postgres",
  exports: {
    default: gives("Main"),
    "*": gives("Main"),
    ...each("PreparedStatement ParameterizedQuery", runs(0, { returns: "Statement" }, ["text"])),
    QueryFile: gives("Statement"),
  },
  types: {
    Main: {
      members: {
        helpers: is("Helpers"),
        as: is("Formatting"),
        ...each("PreparedStatement ParameterizedQuery", runs(0, { returns: "Statement" }, ["text"])),
        QueryFile: gives("Statement"),
      },
      call: gives("Database"),
    },
    Database: {
      members: {
        ...each("none one oneOrNone many manyOrNone any result query multi multiResult map each", query),
        ...each("tx txIf task taskIf", task),
        connect: gives("Database"),
      },
    },
    Task: { extends: ["Database"], members: {} },
    ...Object.fromEntries(["IDatabase", "ITask", "IBaseProtocol", "IConnected"].map((name) => [name, { extends: ["Database"], members: {} }])),
    IMain: { extends: ["Main"], members: {}, call: gives("Database") },
    Helpers: {
      members: {
        insert: writes("insert", table, { returns: "Statement" }),
        update: writes("update", table, { returns: "Statement" }),
        ColumnSet: names({ argument: 1, keys: ["table"] }, "ColumnSet"),
        TableName: names({ argument: 0, keys: ["table"] }, "ColumnSet"),
        concat: gives("Statement"),
      },
    },
    Formatting: { members: { format: filling(asks(0, { returns: "Statement" }), { syntax: "formats", values: 1 }) } },
    ColumnSet: { members: {} },
    Statement: { members: {} },
  },
};
