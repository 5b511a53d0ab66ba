import { comparePlaces } from "../model/compare-places.ts";
import type { DeclaredTable } from "../model/declared-table.ts";
import type { Place } from "../model/place.ts";
import { placeOf, type SqlText } from "../model/sql-text.ts";
import type { TableAccess } from "../model/table-access.ts";
import { declaredForeignKeys } from "../schema/effects/declared-foreign-keys.ts";
import type { ForeignKeyFact } from "../schema/effects/effect-schema.ts";
import { compareMigrations } from "../schema/migrations/compare-migrations.ts";
import { takesBack } from "../schema/migrations/takes-back.ts";
import type { ReadScript } from "./find-accesses.ts";

/** All that tells how writes lead to other writes, and the files that say it. What JSON can hold. */
export interface EffectSource {
  /** In the order in which they run. */
  readonly scripts: readonly ReadScript[];
  readonly foreignKeys: readonly DeclaredKey[];
}

/** A foreign key that code declares, and the file with the table that has it. */
export interface DeclaredKey {
  readonly path: string;
  readonly key: ForeignKeyFact;
}

/** Texts without these say nothing of how writes lead to others. */
const DECLARES = /\b(?:create|alter|drop|rename|enable|disable|pragma)\b/i;

/** What the scripts, statements and models that were read say; `besides` is what others say that were not. */
export function effectSourceOf(scripts: readonly ReadScript[], accesses: readonly TableAccess[], declared: readonly DeclaredTable[], besides?: EffectSource): EffectSource {
  const own = scripts.filter(({ sql, scope }) => DECLARES.test(sql.text) && !takesBack(startOf(sql).path, scope));
  const created = accesses.filter(({ defines, place, scope }) => defines && !takesBack(place.path, scope));
  const keys = [
    ...created.flatMap((access) => declaredForeignKeys([access], []).map((key): DeclaredKey => ({ path: access.place.path, key }))),
    ...declared.flatMap((table) => declaredForeignKeys([], [table]).map((key): DeclaredKey => ({ path: table.place.path, key }))),
  ];
  if (besides && own.length + keys.length === 0) return besides;
  return {
    scripts: [...own, ...(besides?.scripts ?? [])].sort((a, b) => compareMigrations(startOf(a.sql), startOf(b.sql))),
    foreignKeys: [...keys, ...(besides?.foreignKeys ?? [])].sort((a, b) => comparePlaces(a.key.place, b.key.place)),
  };
}

/** What all but some files say; the source itself where these say nothing. */
export function withoutFiles(source: EffectSource, isLeftOut: (path: string) => boolean): EffectSource {
  const scripts = source.scripts.filter(({ path }) => !isLeftOut(path));
  const foreignKeys = source.foreignKeys.filter(({ path }) => !isLeftOut(path));
  return scripts.length === source.scripts.length && foreignKeys.length === source.foreignKeys.length ? source : { scripts, foreignKeys };
}

export function startOf(sql: SqlText): Place {
  return placeIn(sql, 0, 1);
}

/** Where a part of a text stands; of one without a place, nowhere. */
export function placeIn(sql: SqlText, start: number, end: number): Place {
  return placeOf(sql, { start, end }) ?? placeOf(sql, { start, end: start + 1 }) ?? { path: "", span: { start: 0, end: 0 } };
}
