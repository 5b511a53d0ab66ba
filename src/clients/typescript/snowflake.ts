import type { ClientLibrary } from "../../model/client.ts";
import { gives, runs } from "../members.ts";

/** Snowflake's driver (docs.snowflake.com/en/developer-guide/node-js/nodejs-driver-execute). */
export const snowflake: ClientLibrary = {
  id: "typescript/snowflake",
  language: "typescript",
  modules: ["snowflake-sdk", "snowflake-promise"],
  dialect: "snowflake",
  exports: { default: {}, "*": {}, createConnection: gives("Connection"), createPool: gives("Pool"), Snowflake: gives("Connection") },
  types: {
    Connection: { members: { execute: runs(0, {}, ["sqlText"]) } },
    SnowflakeConnection: { extends: ["Connection"], members: {} },
    Pool: { members: { use: { callback: { argument: 0, parameter: "Connection" } }, acquire: gives("Connection") } },
  },
};
