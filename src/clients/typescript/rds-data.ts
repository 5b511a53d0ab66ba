import type { ClientLibrary } from "../../model/client.ts";
import { each, gives, runs } from "../members.ts";

/** Amazon's Data API: commands, and calls of them on a client (docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/rds-data). */
export const rdsData: ClientLibrary = {
  id: "typescript/rds-data",
  language: "typescript",
  modules: ["@aws-sdk/client-rds-data", "aws-sdk/clients/rdsdataservice", "data-api-client"],
  exports: {
    default: gives("RDSDataService"),
    "*": gives("RDSDataService"),
    ...each("ExecuteStatementCommand BatchExecuteStatementCommand", runs(0, {}, ["sql"])),
    ExecuteSqlCommand: runs(0, {}, ["sqlStatements"]),
    RDSData: gives("RDSDataService"),
  },
  types: {
    RDSDataService: { members: { ...each("executeStatement batchExecuteStatement", runs(0, {}, ["sql"])), query: runs(0, {}, ["sql"]), transaction: gives("Chain") } },
    RDSData: { extends: ["RDSDataService"], members: {} },
    Chain: { members: { query: { ...runs(0, {}, ["sql"]), returns: "receiver" }, rollback: gives("receiver") } },
  },
};
