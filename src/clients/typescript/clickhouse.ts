import type { ClientLibrary } from "../../model/client.ts";
import { each, gives, runs, writes } from "../members.ts";

/** The official client (clickhouse.com/docs/integrations/javascript). */
export const clickhouse: ClientLibrary = {
  id: "typescript/clickhouse",
  language: "typescript",
  modules: ["@clickhouse/client", "@clickhouse/client-web", "@clickhouse/client-common"],
  dialect: "clickhouse",
  exports: { createClient: gives("ClickHouseClient") },
  types: {
    ClickHouseClient: {
      members: {
        insert: writes("insert", { argument: 0, keys: ["table"] }),
        ...each("command exec", runs(0, {}, ["query"])),
        query: { sql: { argument: 0, keys: ["query"], writes: false } },
      },
    },
    NodeClickHouseClient: { extends: ["ClickHouseClient"], members: {} },
  },
};
