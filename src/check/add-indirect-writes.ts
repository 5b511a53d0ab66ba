import type { DeclaredTable } from "../model/declared-table.ts";
import type { SqlText } from "../model/sql-text.ts";
import { placeOf } from "../model/sql-text.ts";
import type { TableName } from "../model/sql-statement.ts";
import type { ChainStep, TableAccess } from "../model/table-access.ts";
import { calledNames } from "../schema/effects/called-names.ts";
import { declaredForeignKeys } from "../schema/effects/declared-foreign-keys.ts";
import type { EffectSchema, ForeignKeyFact } from "../schema/effects/effect-schema.ts";
import { bodiesOf, findIndirectWrites, findRoutineWrites, keyOfPlace } from "../schema/effects/find-indirect-writes.ts";
import { readEffectSchema } from "../schema/effects/read-effect-schema.ts";
import type { SchemaScript } from "../schema/effects/schema-statement.ts";
import { wholeTableOf } from "../schema/effects/whole-table.ts";
import { splitScript } from "../schema/effects/split-script.ts";
import { compareMigrations } from "../schema/migrations/compare-migrations.ts";
import { takesBack } from "../schema/migrations/takes-back.ts";
import { readSql } from "../sql/read-sql.ts";
import type { FileLinks } from "./file-links.ts";
import type { ReadScript } from "./find-accesses.ts";

/** Only a schema with one of these changes more than what statements name. */
const CAUSES = /\b(?:trigger|rule|view|cascade|set\s+(?:null|default)|function|procedure|synonym|inherits|partition)\b/i;

/** Texts without these say nothing of how writes lead to others. */
const DECLARES = /\b(?:create|alter|drop|rename|enable|disable|pragma)\b/i;

/** The accesses with what they change besides, and the writes of routines that statements call. */
export function addIndirectWrites(accesses: readonly TableAccess[], scripts: readonly ReadScript[], links: FileLinks, databases: DatabasesOf, declared: readonly DeclaredTable[]): readonly TableAccess[] {
  const foreignKeys = declaredForeignKeys(accesses.filter(({ place, scope }) => !takesBack(place.path, scope)), declared);
  const declaring = declaringScripts(scripts);
  if (declaring.some(({ sql }) => CAUSES.test(sql.text))) for (const script of declaring) links.noteEffects(pathOf(script));
  for (const { place } of foreignKeys) links.noteEffects(place.path);
  const schemas = effectSchemas(declaring, foreignKeys, databases);
  const extended = accesses.map((access) => schemas.of(access.place.path).reduce((read, effects) => (access.inBody ? withBody(read, effects.bodies) : withIndirect(read, effects)), access));
  const all = [...extended, ...scripts.flatMap((script) => schemas.of(pathOf(script)).flatMap(({ schema }) => callsIn(script, schema)))];
  for (const { place, chain, indirect } of all) {
    for (const step of [...(chain ?? []), ...(indirect ?? []).flatMap((each) => each.chain)]) links.noteTeller(place.path, step.place.path);
  }
  return all;
}

/** The databases in which the statements of a file may run, by name. */
export type DatabasesOf = (path: string) => readonly string[];

interface DatabaseEffects {
  readonly name: string;
  readonly schema: EffectSchema;
  readonly bodies: ReturnType<typeof bodiesOf>;
}

/** In the order in which they run. */
function declaringScripts(scripts: readonly ReadScript[]): readonly ReadScript[] {
  return scripts.filter((script) => DECLARES.test(script.sql.text) && !takesBack(pathOf(script), script.scope)).sort((a, b) => compareMigrations(placeAt(a.sql, 0, 1), placeAt(b.sql, 0, 1)));
}

/** Tables of the same name in different databases never meet: each has its own triggers and keys. */
function effectSchemas(declaring: readonly ReadScript[], foreignKeys: readonly ForeignKeyFact[], databases: DatabasesOf): { of(path: string): readonly DatabaseEffects[] } {
  const read = new Map<string, DatabaseEffects>();
  const effectsOf = (name: string): DatabaseEffects => {
    let effects = read.get(name);
    if (!effects) {
      const schema = readEffectSchema(declaring.filter((script) => databases(pathOf(script)).includes(name)).map(toSchemaScript));
      schema.foreignKeys.push(...foreignKeys.filter(({ place }) => databases(place.path).includes(name)));
      read.set(name, (effects = { name, schema, bodies: bodiesOf(schema) }));
    }
    return effects;
  };
  return { of: (path) => databases(path).map(effectsOf) };
}

function withIndirect(access: TableAccess, { name, schema }: DatabaseEffects): TableAccess {
  const { operation, columns, statement, dialect } = access;
  if (!access.table || operation === "read") return access;
  const table = withoutDatabase(access.table, name);
  const wholeTable = wholeTableOf(table, schema);
  const found = findIndirectWrites({ operation, table: wholeTable?.synonym ? wholeTable.table : table, columns, statement }, schema, dialect);
  const indirect = access.indirect ? [...access.indirect, ...found] : found;
  return { ...access, ...(indirect.length > 0 ? { indirect } : {}), ...(wholeTable ? { countsFor: wholeTable.table } : {}) };
}

/** MySQL's `practice.visits` is `visits` in the database of that name. */
function withoutDatabase({ schema, ...table }: TableName, database: string): TableName {
  return schema === undefined || schema.toLowerCase() === database.toLowerCase() ? table : { ...table, schema };
}

/** A statement in the body of a trigger comes about through the trigger. */
function withBody(access: TableAccess, bodies: ReadonlyMap<string, ChainStep>): TableAccess {
  const step = access.operation === "read" ? undefined : bodies.get(keyOfPlace(access.place));
  return step ? { ...access, chain: [step] } : access;
}

function pathOf({ sql }: ReadScript): string {
  return placeAt(sql, 0, 1).path;
}

function toSchemaScript({ sql, dialect }: ReadScript): SchemaScript {
  const { statements } = readSql(sql.text, { dialect, taken: true });
  const run = statements.filter(({ part }) => part !== "down");
  const text = withoutDown(sql.text, statements.flatMap(({ part, span }) => (part === "down" ? [span] : [])));
  return { text, accesses: run.flatMap(({ accesses }) => accesses), placeAt: (offset) => placeAt(sql, offset, offset + 1) };
}

/** Blanks of the same length keep the offsets. */
function withoutDown(text: string, down: readonly { readonly start: number; readonly end: number }[]): string {
  return down.reduce((rest, { start, end }) => `${rest.slice(0, start)}${" ".repeat(end - start)}${rest.slice(end)}`, text);
}

/** Statements that call routines which write: one write for each table. */
function callsIn(script: ReadScript, schema: EffectSchema): readonly TableAccess[] {
  if (schema.routines.size === 0) return [];
  const { sql, dialect, certainty, via, call, scope } = script;
  if (![...schema.routines.keys()].some((name) => sql.text.toLowerCase().includes(name))) return [];
  return splitScript(sql.text).flatMap((statement): TableAccess[] => {
    const verb = statement.tokens[0]?.word;
    if (verb === "create" || verb === "alter" || verb === "drop" || verb === "grant" || verb === "comment") return [];
    const place = placeAt(sql, statement.start, statement.end);
    const text = sql.text.slice(statement.start, statement.end);
    return findRoutineWrites(calledNames(statement.tokens), schema, dialect).map(({ operation, table, chain }) => ({
      operation,
      table,
      place,
      certainty,
      via,
      call,
      scope,
      dialect,
      statement: text,
      statementPlace: place,
      chain,
    }));
  });
}

function placeAt(sql: SqlText, start: number, end: number): TableAccess["place"] {
  return placeOf(sql, { start, end }) ?? placeOf(sql, { start, end: start + 1 }) ?? { path: "", span: { start: 0, end: 0 } };
}
