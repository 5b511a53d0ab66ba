import type { TableName } from "../model/sql-statement.ts";
import type { ChainStep, TableAccess } from "../model/table-access.ts";
import { calledNames } from "../schema/effects/called-names.ts";
import type { EffectSchema } from "../schema/effects/effect-schema.ts";
import { findIndirectWrites, findRoutineWrites, keyOfPlace } from "../schema/effects/find-indirect-writes.ts";
import { wholeTableOf } from "../schema/effects/whole-table.ts";
import { splitScript } from "../schema/effects/split-script.ts";
import type { DatabaseEffects, Effects } from "./effect-schemas.ts";
import { placeIn, startOf } from "./effect-source.ts";
import type { FileLinks } from "./file-links.ts";
import type { ReadScript } from "./find-accesses.ts";

/** Only a schema with one of these changes more than what statements name. */
const CAUSES = /\b(?:trigger|rule|view|cascade|set\s+(?:null|default)|function|procedure|synonym|inherits|partition)\b/i;

/** The accesses with what they change besides, and the writes of routines that statements call. */
export function addIndirectWrites(accesses: readonly TableAccess[], scripts: readonly ReadScript[], effects: Effects): readonly TableAccess[] {
  const extended = accesses.map((access) => effects.of(access.place.path).reduce((read, each) => (access.inBody ? withBody(read, each.bodies) : withIndirect(read, each)), access));
  const called = scripts.flatMap((script) => effects.of(startOf(script.sql).path).flatMap(({ schema }) => callsIn(script, schema)));
  return [...extended, ...new Map(called.map((access) => [saidBy(access), access])).values()];
}

/** A text that may be one of several is a script for each of them. */
function saidBy({ operation, table, place: { path, span }, chain = [] }: TableAccess): string {
  return [operation, table?.schema, table?.name, path, span.start, ...chain.map(({ text }) => text)].join("\n");
}

/** Notes the files that tell how writes lead to others: those that hold it, and those whose calls take it. */
export function noteEffects({ source: { scripts, foreignKeys } }: Effects, links: FileLinks): void {
  const causing = scripts.some(({ sql }) => CAUSES.test(sql.text)) ? scripts : [];
  for (const path of [...causing.flatMap(({ path, sql }) => [path, startOf(sql).path]), ...foreignKeys.flatMap(({ path, key }) => [path, key.place.path])]) links.noteEffects(path);
}

function withIndirect(access: TableAccess, { name, schema }: DatabaseEffects): TableAccess {
  const { operation, columns, statement, statementPlace, dialect } = access;
  if (!access.table || operation === "read") return access;
  const table = withoutDatabase(access.table, name);
  const wholeTable = wholeTableOf(table, schema);
  const found = findIndirectWrites({ operation, table: wholeTable?.synonym ? wholeTable.table : table, columns, statement, made: statementPlace === undefined }, schema, dialect);
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

/** Statements that call routines which write: one write for each table. */
function callsIn(script: ReadScript, schema: EffectSchema): readonly TableAccess[] {
  if (schema.routines.size === 0) return [];
  const { sql, dialect, certainty, via, call, scope } = script;
  if (![...schema.routines.keys()].some((name) => sql.text.toLowerCase().includes(name))) return [];
  return splitScript(sql.text).flatMap((statement): TableAccess[] => {
    const verb = statement.tokens[0]?.word;
    if (verb === "create" || verb === "alter" || verb === "drop" || verb === "grant" || verb === "comment") return [];
    const place = placeIn(sql, statement.start, statement.end);
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
