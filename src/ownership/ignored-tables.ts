import type { Dialect } from "../model/sql-statement.ts";

/** Tables that databases and migration tools keep for themselves: nobody's concern unless ownership.yaml names them. */
export interface IgnoredTable {
  readonly pattern: string;
  /** Any schema when left out: migration tools work in each. */
  readonly schema?: string;
  /** Who keeps it. */
  readonly keeper: string;
  /** Only in databases of these kinds; everywhere when left out. */
  readonly dialects?: readonly Dialect[];
}

export const ignoredTables: readonly IgnoredTable[] = [
  { pattern: "sqlite_*", keeper: "SQLite", dialects: ["sqlite", "generic"] },
  { pattern: "pg_*", keeper: "PostgreSQL", dialects: ["postgres", "redshift", "generic"] },
  { pattern: "*", schema: "pg_catalog", keeper: "PostgreSQL" },
  { pattern: "*", schema: "pg_temp*", keeper: "PostgreSQL" },
  { pattern: "*", schema: "information_schema", keeper: "the SQL standard" },
  { pattern: "*", schema: "performance_schema", keeper: "MySQL" },
  { pattern: "*", schema: "sys", keeper: "MySQL, SQL Server" },
  { pattern: "__drizzle_migrations", keeper: "Drizzle" },
  { pattern: "_prisma_migrations", keeper: "Prisma" },
  { pattern: "flyway_schema_history", keeper: "Flyway" },
  { pattern: "databasechangelog", keeper: "Liquibase" },
  { pattern: "databasechangeloglock", keeper: "Liquibase" },
  { pattern: "knex_migrations", keeper: "Knex" },
  { pattern: "knex_migrations_lock", keeper: "Knex" },
  { pattern: "kysely_migration", keeper: "Kysely" },
  { pattern: "kysely_migration_lock", keeper: "Kysely" },
  { pattern: "mikro_orm_migrations", keeper: "MikroORM" },
  { pattern: "typeorm_metadata", keeper: "TypeORM" },
  { pattern: "sequelizemeta", keeper: "Sequelize" },
  { pattern: "goose_db_version", keeper: "goose" },
  { pattern: "atlas_schema_revisions", keeper: "Atlas" },
  { pattern: "gorp_migrations", keeper: "sql-migrate" },
  { pattern: "alembic_version", keeper: "Alembic" },
  { pattern: "django_migrations", keeper: "Django" },
  { pattern: "ar_internal_metadata", keeper: "Rails" },
  { pattern: "doctrine_migration_versions", keeper: "Doctrine" },
  { pattern: "__efmigrationshistory", keeper: "Entity Framework" },
  { pattern: "_sqlx_migrations", keeper: "SQLx" },
  { pattern: "__diesel_schema_migrations", keeper: "Diesel" },
  { pattern: "seaql_migrations", keeper: "SeaORM" },
];
