import type { Ownership } from "../model/ownership.ts";
import type { Dialect, TableName } from "../model/sql-statement.ts";
import { nameRulesOf } from "./name-rules.ts";
import type { NameRules } from "./name-rules.ts";
import type { Specificity } from "./specificity.ts";
import { matchesPattern, tableSpecificity } from "./table-pattern.ts";

/** How the names of a project's tables compare: the dialect's rules and the schemas and databases that ownership.yaml names. */
export interface Naming {
  readonly rules: NameRules;
  /** By their names in small letters. */
  readonly databases: ReadonlyMap<string, string>;
  /** Every schema that ownership.yaml names, in small letters. */
  readonly schemas: ReadonlySet<string>;
}

/** A table's name as the dialect stores it. */
export interface FoldedTable {
  readonly name: string;
  /** Undefined: the default schema. */
  readonly schema: string | undefined;
  /** The database of ownership.yaml that the name itself names. */
  readonly database: string | undefined;
}

/** A pattern of ownership.yaml, to be held against folded names. */
export interface FoldedPattern {
  readonly name: string;
  /** Undefined: the default schema. */
  readonly schema: string | undefined;
  /** The database of ownership.yaml that the pattern itself names. */
  readonly database: string | undefined;
  readonly specificity: Specificity;
  readonly schemaSpecificity: Specificity;
}

export function namingOf(ownership: Ownership, dialect: Dialect): Naming {
  const entries = [...ownership.services.flatMap((service) => service.owns), ...ownership.shared, ...ownership.ignore];
  return {
    rules: nameRulesOf(dialect),
    databases: new Map(ownership.databases.map(({ name }) => [name.toLowerCase(), name])),
    schemas: new Set(entries.flatMap((entry) => entry.schema?.toLowerCase() ?? [])),
  };
}

export function foldTable(table: TableName, { rules, databases, schemas }: Naming): FoldedTable {
  const schema = table.schema?.toLowerCase();
  const database = databases.get(table.database?.toLowerCase() ?? "") ?? databases.get(schema ?? "");
  const name = rules.quotedKeepCase && table.quoted ? table.name : table.name.toLowerCase();
  const isDatabase = schema !== undefined && (databases.has(schema) || namesTheOnlyDatabase(schema));
  return { name, schema: isDatabase ? undefined : withoutDefault(schema, rules), database };

  /** Where ownership.yaml names no databases it speaks of one, whose own name may stand before the table's. */
  function namesTheOnlyDatabase(name: string): boolean {
    return rules.schemaIsDatabase && databases.size === 0 && !schemas.has(name) && !SYSTEM_SCHEMAS.has(name);
  }
}

export function foldPattern(pattern: string, schema: string | undefined, { rules, databases }: Naming): FoldedPattern {
  const folded = schema?.toLowerCase();
  const database = databases.get(folded ?? "");
  return {
    name: rules.quotedKeepCase ? pattern : pattern.toLowerCase(),
    schema: database === undefined ? withoutDefault(folded, rules) : undefined,
    database,
    specificity: tableSpecificity(pattern),
    schemaSpecificity: tableSpecificity(schema ?? ""),
  };
}

/** Whether a pattern names a table, where it names a database that one. `Users` also stands for the table that SQL without quotes calls so. */
export function matchesTable(pattern: FoldedPattern, table: FoldedTable, { rules }: Naming): boolean {
  if (pattern.database !== undefined && table.database !== undefined && pattern.database !== table.database) return false;
  const inSchema = pattern.schema === undefined ? table.schema === undefined : matchesPattern(pattern.schema, table.schema ?? "");
  return inSchema && (matchesPattern(pattern.name, table.name) || (rules.quotedKeepCase && matchesPattern(pattern.name.toLowerCase(), table.name)));
}

/** MySQL's own: https://dev.mysql.com/doc/refman/8.4/en/system-schema.html */
const SYSTEM_SCHEMAS: ReadonlySet<string> = new Set(["information_schema", "performance_schema", "mysql", "sys"]);

function withoutDefault(schema: string | undefined, rules: NameRules): string | undefined {
  return schema === undefined || rules.defaultSchemas.includes(schema) ? undefined : schema;
}
