import type { SqlText } from "../model/sql-text.ts";
import { placeOf } from "../model/sql-text.ts";
import type { ChainStep, TableAccess } from "../model/table-access.ts";
import { calledNames } from "../schema/effects/called-names.ts";
import type { EffectSchema } from "../schema/effects/effect-schema.ts";
import { bodiesOf, findIndirectWrites, findRoutineWrites, keyOfPlace } from "../schema/effects/find-indirect-writes.ts";
import { readEffectSchema, type SchemaScript } from "../schema/effects/read-effect-schema.ts";
import { splitScript } from "../schema/effects/split-script.ts";
import { readSql } from "../sql/read-sql.ts";
import type { FileLinks } from "./file-links.ts";
import type { ReadScript } from "./find-accesses.ts";

/** Texts without these say nothing of how writes lead to others. */
const DECLARES = /\b(?:create|alter|drop|pragma)\b/i;
const DOWN_MIGRATION = /(?:\.down\.sql|(?:^|\/)down\.sql)$/i;

/** The accesses with what they change besides, and the writes of routines that statements call. */
export function addIndirectWrites(accesses: readonly TableAccess[], scripts: readonly ReadScript[], links: FileLinks): readonly TableAccess[] {
  const schema = readEffectSchema(scripts.filter(({ sql }) => DECLARES.test(sql.text)).flatMap(toSchemaScript));
  const bodies = bodiesOf(schema);
  const extended = accesses.map((access) => (access.inBody ? withBody(access, bodies) : withIndirect(access, schema)));
  const all = [...extended, ...(schema.routines.size > 0 ? scripts.flatMap((script) => callsIn(script, schema)) : [])];
  for (const { place, chain, indirect } of all) {
    for (const step of [...(chain ?? []), ...(indirect ?? []).flatMap((each) => each.chain)]) links.noteTeller(place.path, step.place.path);
  }
  return all;
}

function withIndirect(access: TableAccess, schema: EffectSchema): TableAccess {
  const { operation, table, columns, statement, dialect } = access;
  if (!table || operation === "read") return access;
  const indirect = findIndirectWrites({ operation, table, columns, statement }, schema, dialect);
  return indirect.length > 0 ? { ...access, indirect } : access;
}

/** A statement in the body of a trigger comes about through the trigger. */
function withBody(access: TableAccess, bodies: ReadonlyMap<string, ChainStep>): TableAccess {
  const step = access.operation === "read" ? undefined : bodies.get(keyOfPlace(access.place));
  return step ? { ...access, chain: [step] } : access;
}

function toSchemaScript({ sql, dialect }: ReadScript): readonly SchemaScript[] {
  const known = placeOf(sql, { start: 0, end: sql.text.length })?.path ?? "";
  if (DOWN_MIGRATION.test(known)) return [];
  const { statements } = readSql(sql.text, { dialect, taken: true });
  const run = statements.filter(({ part }) => part !== "down");
  const text = withoutDown(sql.text, statements.flatMap(({ part, span }) => (part === "down" ? [span] : [])));
  return [{ text, accesses: run.flatMap(({ accesses }) => accesses), placeAt: (offset) => placeAt(sql, offset, offset + 1) }];
}

/** Blanks of the same length keep the offsets. */
function withoutDown(text: string, down: readonly { readonly start: number; readonly end: number }[]): string {
  return down.reduce((rest, { start, end }) => `${rest.slice(0, start)}${" ".repeat(end - start)}${rest.slice(end)}`, text);
}

/** Statements that call routines which write: one write for each table. */
function callsIn(script: ReadScript, schema: EffectSchema): readonly TableAccess[] {
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
