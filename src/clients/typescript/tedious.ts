import type { ClientLibrary } from "../../model/client.ts";
import { gives, runs, writes } from "../members.ts";

/** tedious: a request is made of its statement (tediousjs.github.io/tedious/api-request.html, /bulk-load.html). */
export const tedious: ClientLibrary = {
  id: "typescript/tedious",
  language: "typescript",
  modules: ["tedious"],
  dialect: "sqlserver",
  exports: { default: {}, "*": {}, Request: runs(0, { returns: "Request" }), Connection: gives("Connection"), connect: gives("Connection") },
  types: {
    Connection: { members: { newBulkLoad: writes("insert", 0) } },
    Request: { members: {} },
  },
};
