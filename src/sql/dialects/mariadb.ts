import { mysql } from "./mysql.ts";
import type { DialectRules } from "./dialect-rules.ts";

/** https://mariadb.com/docs/server/reference/sql-structure */
export const mariadb: DialectRules = { ...mysql, id: "mariadb", parserBuild: "mariadb" };
