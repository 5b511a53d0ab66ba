import type { ClientLibrary } from "../../model/client.ts";
import { each, gives, runs } from "../members.ts";

/** Oracle's driver (node-oracledb.readthedocs.io/en/latest/api_manual/connection.html): `getConnection` may take its callback behind the attributes. */
export const oracledb: ClientLibrary = {
  id: "typescript/oracledb",
  language: "typescript",
  modules: ["oracledb"],
  dialect: "oracle",
  exports: { default: {}, "*": {}, createPool: gives("Pool"), getPool: gives("Pool"), getConnection: { returns: "Connection", callback: { argument: -1, parameter: "Connection", index: 1 } } },
  types: {
    Pool: { members: { getConnection: { returns: "Connection", callback: { argument: -1, parameter: "Connection", index: 1 } } } },
    Connection: { members: each("execute executeMany queryStream", runs(0, {}, ["statement"])) },
  },
};
