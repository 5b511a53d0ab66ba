import { bodiesOf } from "../schema/effects/find-indirect-writes.ts";
import type { EffectSchema } from "../schema/effects/effect-schema.ts";
import { addDeclaredKeys } from "../schema/effects/declared-foreign-keys.ts";
import { readEffectSchema } from "../schema/effects/read-effect-schema.ts";
import type { SchemaScript } from "../schema/effects/schema-statement.ts";
import { readSql } from "../sql/read-sql.ts";
import { placeIn, startOf, type EffectSource } from "./effect-source.ts";
import type { ReadScript } from "./find-accesses.ts";

/** The databases in which the statements of a file may run, by name. */
export type DatabasesOf = (path: string) => readonly string[];

/** How writes in one database lead to others. */
export interface DatabaseEffects {
  readonly name: string;
  readonly schema: EffectSchema;
  readonly bodies: ReturnType<typeof bodiesOf>;
}

/** How the writes of a project lead to others, and what tells it. */
export interface Effects {
  readonly source: EffectSource;
  /** In the databases that a file may reach. */
  of(path: string): readonly DatabaseEffects[];
}

/** Tables of the same name in different databases never meet: each has its own triggers and keys. A database is read when it is first asked for. */
export function openEffects(source: EffectSource, databases: DatabasesOf): Effects {
  const read = new Map<string, DatabaseEffects>();
  const effectsOf = (name: string): DatabaseEffects => {
    let effects = read.get(name);
    if (!effects) {
      const schema = readEffectSchema(source.scripts.filter(({ sql }) => databases(startOf(sql).path).includes(name)).map(toSchemaScript));
      const reaches = (path: string): boolean => databases(path).includes(name);
      const created = source.created.flatMap(({ path, table }) => (reaches(path) ? [table] : []));
      addDeclaredKeys(schema, source.foreignKeys.flatMap(({ key }) => (reaches(key.place.path) ? [key] : [])), new Set(created));
      read.set(name, (effects = { name, schema, bodies: bodiesOf(schema) }));
    }
    return effects;
  };
  return { source, of: (path) => databases(path).map(effectsOf) };
}

/** Scripts are held while whoever asks file by file holds them. */
const schemaScripts = new WeakMap<ReadScript, SchemaScript>();

function toSchemaScript(script: ReadScript): SchemaScript {
  let known = schemaScripts.get(script);
  if (!known) schemaScripts.set(script, (known = readScript(script)));
  return known;
}

function readScript({ sql, dialect }: ReadScript): SchemaScript {
  const { statements } = readSql(sql.text, { dialect, taken: true });
  const run = statements.filter(({ part }) => part !== "down");
  const text = withoutDown(sql.text, statements.flatMap(({ part, span }) => (part === "down" ? [span] : [])));
  return { text, accesses: run.flatMap(({ accesses }) => accesses), placeAt: (offset) => placeIn(sql, offset, offset + 1) };
}

/** Blanks of the same length keep the offsets. */
function withoutDown(text: string, down: readonly { readonly start: number; readonly end: number }[]): string {
  return down.reduce((rest, { start, end }) => `${rest.slice(0, start)}${" ".repeat(end - start)}${rest.slice(end)}`, text);
}
