import { comparePlaces } from "../model/compare-places.ts";
import type { DeclaredKey, DeclaredTable } from "../model/declared-table.ts";
import type { Place } from "../model/place.ts";
import { placeOf, type SqlText } from "../model/sql-text.ts";
import type { TableAccess } from "../model/table-access.ts";
import { factOfKey, keysOfCreated, keysOfDeclared } from "../schema/effects/declared-foreign-keys.ts";
import { type ForeignKeyFact, tableKey } from "../schema/effects/effect-schema.ts";
import { compareMigrations } from "../schema/migrations/compare-migrations.ts";
import { takesBack } from "../schema/migrations/takes-back.ts";
import type { ReadScript } from "./find-accesses.ts";

/** What code says of tables without a statement: its models, and the keys that relations between them make. */
export interface Declarations {
  readonly declared: readonly DeclaredTable[];
  readonly keys: readonly DeclaredKey[];
}

/** All that tells how writes lead to other writes, and the files that say it. What JSON can hold. */
export interface EffectSource {
  /** In the order in which they run. */
  readonly scripts: readonly ReadScript[];
  readonly foreignKeys: readonly KeyInFile[];
  /** The tables that calls create, each with the file. */
  readonly created: readonly { readonly path: string; readonly table: string }[];
}

/** A foreign key that code declares, and the file with the table that has it. */
interface KeyInFile {
  readonly path: string;
  readonly key: ForeignKeyFact;
}

/** Texts without these say nothing of how writes lead to others. */
const DECLARES = /\b(?:create|alter|drop|rename|enable|disable|pragma)\b/i;

/** What the scripts, statements and models that were read say; `besides` is what others say that were not. */
export function effectSourceOf(scripts: readonly ReadScript[], accesses: readonly TableAccess[], { declared, keys: ofRelations }: Declarations, besides?: EffectSource): EffectSource {
  const own = scripts.filter(({ sql, scope }) => DECLARES.test(sql.text) && !takesBack(startOf(sql).path, scope));
  const defining = accesses.filter(({ defines, place, scope }) => defines && !takesBack(place.path, scope));
  const created = defining.flatMap(({ operation, table, place }) => (operation === "create-table" && table ? [{ path: place.path, table: tableKey(table) }] : []));
  const keys = [
    ...defining.flatMap((access) => keysOfCreated(access).map((key): KeyInFile => ({ path: access.place.path, key }))),
    ...declared.flatMap((table) => keysOfDeclared(table).map((key): KeyInFile => ({ path: table.place.path, key }))),
    ...ofRelations.map((relation): KeyInFile => ({ path: relation.references.place.path, key: factOfKey(relation) })),
  ];
  if (besides && own.length + keys.length + created.length === 0) return besides;
  return {
    scripts: [...own, ...(besides?.scripts ?? [])].sort((a, b) => compareMigrations(startOf(a.sql), startOf(b.sql))),
    foreignKeys: [...keys, ...(besides?.foreignKeys ?? [])].sort((a, b) => comparePlaces(a.key.place, b.key.place)),
    created: [...created, ...(besides?.created ?? [])],
  };
}

/** What all but some files say; the source itself where these say nothing. */
export function withoutFiles(source: EffectSource, isLeftOut: (path: string) => boolean): EffectSource {
  const scripts = source.scripts.filter(({ path }) => !isLeftOut(path));
  const foreignKeys = source.foreignKeys.filter(({ path }) => !isLeftOut(path));
  const created = source.created.filter(({ path }) => !isLeftOut(path));
  const isWhole = scripts.length === source.scripts.length && foreignKeys.length === source.foreignKeys.length && created.length === source.created.length;
  return isWhole ? source : { scripts, foreignKeys, created };
}

export function startOf(sql: SqlText): Place {
  return placeIn(sql, 0, 1);
}

/** Where a part of a text stands; of one without a place, nowhere. */
export function placeIn(sql: SqlText, start: number, end: number): Place {
  return placeOf(sql, { start, end }) ?? placeOf(sql, { start, end: start + 1 }) ?? { path: "", span: { start: 0, end: 0 } };
}
