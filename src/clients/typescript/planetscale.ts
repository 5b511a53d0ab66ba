import type { ClientLibrary } from "../../model/client.ts";
import { gives, runs } from "../members.ts";

/** PlanetScale's driver for serverless code (planetscale.com/docs/vitess/tutorials/planetscale-serverless-driver). */
export const planetscale: ClientLibrary = {
  id: "typescript/planetscale",
  language: "typescript",
  modules: ["@planetscale/database"],
  dialect: "mysql",
  exports: { connect: gives("Connection"), Client: gives("Connection") },
  types: {
    Connection: { members: { execute: runs(0), transaction: { callback: { argument: 0, parameter: "Transaction" } }, connection: gives("Connection") } },
    Client: { extends: ["Connection"], members: {} },
    Transaction: { members: { execute: runs(0) } },
  },
};
