import { postgres } from "./postgres.ts";
import type { DialectRules } from "./dialect-rules.ts";

/** https://docs.aws.amazon.com/redshift/latest/dg/c_SQL_commands.html */
export const redshift: DialectRules = { ...postgres, id: "redshift", parserBuild: "redshift", hashNames: true };
