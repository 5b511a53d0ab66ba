import { hasWord } from "../tables/column-tags.ts";
import { isDecorated } from "./is-decorated.ts";
import { fieldsOf, tableInTag } from "../tables/struct-tags.ts";
import { initialiserOf } from "../tables/table-of-entity.ts";
import type { Entity } from "../value.ts";
import type { ClientLibrary } from "../../model/client.ts";
import type { Field } from "../../model/syntax.ts";

/** Whether a type is a model of a library for sure: rows that a query gives are written as structs with the same tags. */
export function isModel(entity: Entity, library: ClientLibrary): boolean {
  const { declaration, model } = entity;
  const { entities } = library;
  if (!entities?.columns) return false;
  if (model.file.language !== library.language) return isBlock(entity, entities.declaredIn?.word ?? "");
  if (initialiserOf(entity, library)) return true;
  return isDecorated(entity, library) || fieldsOf(declaration).some((field) => saysModel(field, library));
}

/** `model User { … }`: a view is declared alike. */
function isBlock({ declaration: { span }, model }: Entity, word: string): boolean {
  return model.file.text.slice(span.start, span.end).trimStart().startsWith(`${word} `);
}

/** A base of the library's own, a tag that names the table, one that says which field is the key or what becomes of rows by a foreign key. */
function saysModel({ embedded, type, tag, name }: Field, { entities, modules }: ClientLibrary): boolean {
  const { columns, tags = [], relations } = entities ?? {};
  const path = embedded && type?.kind === "named" ? type.path : [];
  const base = path.at(-1) ?? "";
  if (Object.hasOwn(columns?.embedded ?? {}, base) && path.length > 1 && modules.some((module) => module.split("/").includes(path[0]!))) return true;
  if (tableInTag(tag, tags.filter(({ field, option }) => (field ?? name) === name && (field !== undefined || option !== undefined))) !== undefined) return true;
  if (relations?.keys?.constraint !== undefined && hasWord(tag, relations.keys.tag.key, [relations.keys.constraint])) return true;
  return columns?.tags?.some(({ key, keyWords }) => hasWord(tag, key, keyWords)) ?? false;
}
