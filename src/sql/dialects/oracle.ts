import { standardRules } from "./dialect-rules.ts";
import type { DialectRules } from "./dialect-rules.ts";

/** https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf */
export const oracle: DialectRules = { ...standardRules, id: "oracle", alternativeQuotes: true, pseudoTables: ["dual"], everyCteMayRecurse: true };
