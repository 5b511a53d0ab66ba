import type { ClientLibrary } from "../../model/client.ts";
import { asks, each, runs } from "../members.ts";

/** Queries of node-postgres whose rows go in or come out one after another: pg-copy-streams, pg-query-stream, pg-cursor (node-postgres.com/apis/cursor). */
export const pgStreams: ClientLibrary = {
  id: "typescript/pg-streams",
  language: "typescript",
  modules: ["pg-copy-streams", "pg-query-stream", "pg-cursor"],
  dialect: "postgres",
  exports: { default: asks(0, { returns: "Stream" }), "*": asks(0, { returns: "Stream" }), from: { ...runs(0, { returns: "Stream" }), beside: "pg-copy-streams" }, ...each("to both", { ...asks(0, { returns: "Stream" }), beside: "pg-copy-streams" }) },
  types: { Stream: { members: {} } },
};
