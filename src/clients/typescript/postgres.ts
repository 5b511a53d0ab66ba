import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember } from "../../model/client-member.ts";
import { builds, gives, runs } from "../members.ts";

/** The tag itself; called with a text it gives that name, quoted (github.com/porsager/postgres, "Dynamic inserts and updates"). */
const tag: ClientMember = { ...builds(), text: { kind: "identifier", name: 0 } };

const members: Readonly<Record<string, ClientMember>> = {
  unsafe: runs(0),
  file: {},
  begin: { callback: { argument: -1, parameter: "Sql" } },
  savepoint: { callback: { argument: -1, parameter: "Sql" } },
  reserve: gives("Sql"),
};

export const postgres: ClientLibrary = {
  id: "typescript/postgres",
  language: "typescript",
  modules: ["postgres"],
  dialect: "postgres",
  exports: { default: gives("Sql"), "*": gives("Sql") },
  types: {
    Sql: { members, call: tag },
    TransactionSql: { extends: ["Sql"], members: {} },
    ReservedSql: { extends: ["Sql"], members: {} },
  },
};
