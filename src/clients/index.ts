import type { ClientLibrary } from "../model/client.ts";
import { beegoOrm } from "./go/beego-orm.ts";
import { bob } from "./go/bob.ts";
import { borp } from "./go/borp.ts";
import { bun } from "./go/bun.ts";
import { clickhouseGo } from "./go/clickhouse-go.ts";
import { databaseSql } from "./go/database-sql.ts";
import { dbr } from "./go/dbr.ts";
import { dbx } from "./go/dbx.ts";
import { ent } from "./go/ent.ts";
import { goPg } from "./go/go-pg.ts";
import { goSqlbuilder } from "./go/go-sqlbuilder.ts";
import { goSqlite } from "./go/go-sqlite.ts";
import { gocql } from "./go/gocql.ts";
import { goqu } from "./go/goqu.ts";
import { gorm } from "./go/gorm.ts";
import { gormGen } from "./go/gorm-gen.ts";
import { gorp } from "./go/gorp.ts";
import { gorqlite } from "./go/gorqlite.ts";
import { jet } from "./go/jet.ts";
import { ksql } from "./go/ksql.ts";
import { pgx } from "./go/pgx.ts";
import { pop } from "./go/pop.ts";
import { reform } from "./go/reform.ts";
import { rel } from "./go/rel.ts";
import { scany } from "./go/scany.ts";
import { spanner } from "./go/spanner.ts";
import { sqlf } from "./go/sqlf.ts";
import { sqlboiler } from "./go/sqlboiler.ts";
import { sqlx } from "./go/sqlx.ts";
import { squirrel } from "./go/squirrel.ts";
import { upperDb } from "./go/upper-db.ts";
import { xorm } from "./go/xorm.ts";
import { xormBuilder } from "./go/xorm-builder.ts";
import { betterSqlite3 } from "./typescript/better-sqlite3.ts";
import { bookshelf } from "./typescript/bookshelf.ts";
import { bunSql } from "./typescript/bun-sql.ts";
import { clickhouse } from "./typescript/clickhouse.ts";
import { cloudflare } from "./typescript/cloudflare.ts";
import { dbMigrate } from "./typescript/db-migrate.ts";
import { drizzle } from "./typescript/drizzle.ts";
import { duckdb } from "./typescript/duckdb.ts";
import { effectSql } from "./typescript/effect-sql.ts";
import { expoSqlite } from "./typescript/expo-sqlite.ts";
import { fastifyMysql } from "./typescript/fastify-mysql.ts";
import { fastifyPostgres } from "./typescript/fastify-postgres.ts";
import { googleSpanner } from "./typescript/google-spanner.ts";
import { knex } from "./typescript/knex.ts";
import { kysely } from "./typescript/kysely.ts";
import { libsql } from "./typescript/libsql.ts";
import { lucid } from "./typescript/lucid.ts";
import { massive } from "./typescript/massive.ts";
import { mikroOrm } from "./typescript/mikro-orm.ts";
import { mssql } from "./typescript/mssql.ts";
import { mysql2 } from "./typescript/mysql2.ts";
import { nodePgMigrate } from "./typescript/node-pg-migrate.ts";
import { nodeSqlite } from "./typescript/node-sqlite.ts";
import { objection } from "./typescript/objection.ts";
import { oracledb } from "./typescript/oracledb.ts";
import { pg } from "./typescript/pg.ts";
import { pgPromise } from "./typescript/pg-promise.ts";
import { pgStreams } from "./typescript/pg-streams.ts";
import { pglite } from "./typescript/pglite.ts";
import { planetscale } from "./typescript/planetscale.ts";
import { postgres } from "./typescript/postgres.ts";
import { powersync } from "./typescript/powersync.ts";
import { prisma } from "./typescript/prisma.ts";
import { rdsData } from "./typescript/rds-data.ts";
import { reactNativeSqlite } from "./typescript/react-native-sqlite.ts";
import { redbean } from "./typescript/redbean.ts";
import { sequelize } from "./typescript/sequelize.ts";
import { serverlessMysql } from "./typescript/serverless-mysql.ts";
import { snowflake } from "./typescript/snowflake.ts";
import { sqlBricks } from "./typescript/sql-bricks.ts";
import { sqlJs } from "./typescript/sql-js.ts";
import { sqlTag } from "./typescript/sql-tag.ts";
import { sqlite3 } from "./typescript/sqlite3.ts";
import { squel } from "./typescript/squel.ts";
import { supabase } from "./typescript/supabase.ts";
import { tedious } from "./typescript/tedious.ts";
import { typeorm } from "./typescript/typeorm.ts";
import { waterline } from "./typescript/waterline.ts";
import { zapatos } from "./typescript/zapatos.ts";

/** The database libraries that are known, one file each. */
export const clientLibraries: readonly ClientLibrary[] = [
  databaseSql,
  sqlx,
  pgx,
  gorm,
  gormGen,
  xorm,
  xormBuilder,
  bun,
  goPg,
  squirrel,
  goqu,
  goSqlbuilder,
  dbr,
  dbx,
  upperDb,
  gorp,
  borp,
  reform,
  bob,
  rel,
  beegoOrm,
  pop,
  jet,
  ent,
  scany,
  sqlf,
  ksql,
  spanner,
  clickhouseGo,
  goSqlite,
  gorqlite,
  gocql,
  sqlboiler,
  pg,
  mysql2,
  betterSqlite3,
  nodeSqlite,
  sqlite3,
  postgres,
  mssql,
  pgPromise,
  libsql,
  cloudflare,
  duckdb,
  clickhouse,
  pglite,
  bunSql,
  expoSqlite,
  reactNativeSqlite,
  sqlJs,
  powersync,
  oracledb,
  tedious,
  planetscale,
  rdsData,
  snowflake,
  googleSpanner,
  pgStreams,
  serverlessMysql,
  fastifyPostgres,
  fastifyMysql,
  massive,
  squel,
  sqlBricks,
  knex,
  kysely,
  drizzle,
  prisma,
  redbean,
  sequelize,
  typeorm,
  objection,
  bookshelf,
  lucid,
  waterline,
  mikroOrm,
  nodePgMigrate,
  dbMigrate,
  zapatos,
  supabase,
  effectSql,
  sqlTag,
];
