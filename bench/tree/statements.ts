import type { Random } from "./random.ts";
import { services } from "./services.ts";
import type { GeneratedService } from "./services.ts";
import { columnNames, fieldName } from "./words.ts";

/** Of the declarations of a file that runs statements. */
export const QUERY_SHARE = 0.15;
const FOREIGN_SHARE = 0.04;

/** A table of the service; now and then another's. */
export function tableFor(random: Random, service: GeneratedService): string {
  return random.pick((random.chance(FOREIGN_SHARE) ? random.pick(services) : service).tables);
}

/** A statement on several lines, with `placeholder(n)` for its values; half of them write. */
export function statement(random: Random, table: string, placeholder: (n: number) => string): string {
  const columns = columnNames(random);
  const values = columns.map((_, index) => placeholder(index + 1)).join(", ");
  const assignments = columns.map((column, index) => `${column} = ${placeholder(index + 1)}`).join(",\n    ");
  const key = `${fieldName(random)} = ${placeholder(columns.length + 1)}`;
  switch (random.integer(0, 6)) {
    case 0:
      return `INSERT INTO ${table} (${columns.join(", ")})\n  VALUES (${values})`;
    case 1:
      return `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${values})\n  ON CONFLICT (id) DO UPDATE SET updated_at = now()`;
    case 2:
      return `UPDATE ${table}\n  SET ${assignments}\n  WHERE ${key}`;
    case 3:
      return `DELETE FROM ${table} WHERE ${key}`;
    case 4:
      return `SELECT ${columns.join(", ")}\n  FROM ${table}\n  WHERE ${key}\n  ORDER BY ${columns[0]!} LIMIT 50`;
    default:
      return `SELECT a.${columns.join(", a.")}\n  FROM ${table} a JOIN ${tableFor(random, random.pick(services))} b ON a.id = b.owner_id\n  WHERE a.${key}`;
  }
}

/** A migration: tables with their indexes, and rows to begin with. */
export function migration(random: Random, service: GeneratedService, size: number): string {
  const parts: string[] = [];
  for (let length = 0; length < size; length += parts.at(-1)!.length) {
    const table = random.pick(service.tables);
    const columns = columnNames(random);
    parts.push(
      random.chance(0.4)
        ? `CREATE TABLE IF NOT EXISTS ${table} (\n${columns.map((column) => `  ${column} text NOT NULL DEFAULT ''`).join(",\n")}\n);\nCREATE INDEX ${table}_${random.integer(1, 9999)} ON ${table} (${columns[0]!});\n`
        : `INSERT INTO ${table} (${columns.join(", ")}) VALUES\n${Array.from({ length: random.integer(3, 20) }, () => `  (${columns.map((column) => `'${column} ${random.integer(1, 999)}; it''s'`).join(", ")})`).join(",\n")};\n`,
    );
  }
  return parts.join("\n");
}
