import type { Dialect } from "../../model/sql-statement.ts";
import { bigquery } from "./bigquery.ts";
import { clickhouse } from "./clickhouse.ts";
import type { DialectRules } from "./dialect-rules.ts";
import { generic } from "./generic.ts";
import { mariadb } from "./mariadb.ts";
import { mysql } from "./mysql.ts";
import { oracle } from "./oracle.ts";
import { postgres } from "./postgres.ts";
import { redshift } from "./redshift.ts";
import { snowflake } from "./snowflake.ts";
import { sqlite } from "./sqlite.ts";
import { sqlserver } from "./sqlserver.ts";

/** Every dialect, by its id. */
export const dialects: Readonly<Record<Dialect, DialectRules>> = {
  generic,
  sqlite,
  postgres,
  mysql,
  mariadb,
  sqlserver,
  oracle,
  clickhouse,
  snowflake,
  bigquery,
  redshift,
};
