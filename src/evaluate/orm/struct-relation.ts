import type { ClientLibrary } from "../../model/client.ts";
import type { Place } from "../../model/place.ts";
import type { RelationKeys } from "../../model/relation-rules.ts";
import type { Evaluation } from "../evaluator.ts";
import { instancesOf } from "../types/find-type.ts";
import { fieldNamed, holdsKey } from "../tables/table-of-relation.ts";
import { fieldsOf, tableInTag } from "../tables/struct-tags.ts";
import { entityOf, tableOfEntity } from "../tables/table-of-entity.ts";
import type { Entity, TableReference } from "../value.ts";

/** A relation to rows of another struct, and which table keeps it: the row's own, the related one, or one that joins the two. */
export interface StructRelation {
  readonly keptBy: "own" | "related" | "joining";
  /** The table of the related rows. */
  readonly related: TableReference & { readonly entity: Entity };
  readonly joining: TableReference | undefined;
}

/**
 * What a field is a relation to, of a library that tells relations by their keys: a key in the own struct, in the related one, or a tag
 * that names a table which joins them (gorm.io/docs/has_many.html, "Override Foreign Key"). Undefined of any other field.
 */
export function structRelation(evaluation: Evaluation, owner: Entity, name: string, library: ClientLibrary, place: Place): StructRelation | undefined {
  const { keys } = library.entities?.relations ?? {};
  const { fields, field, model } = fieldNamed(evaluation, owner, name);
  const [value] = (keys && field?.type && instancesOf(evaluation, field.type, model)) || [];
  const entity = value && entityOf(evaluation, value);
  const table = entity?.declaration.name === undefined ? undefined : tableOfEntity(evaluation, entity, library);
  if (!keys || !field || !entity || !table) return undefined;
  const related = { table, place, entity };
  const joining = tableInTag(field.tag, library.entities?.joinTables ?? []);
  if (joining !== undefined) return { keptBy: "joining", related, joining: { table: { name: joining, quoted: false }, place } };
  if (holdsKey(fields, field, keys)) return { keptBy: "own", related, joining: undefined };
  return isHeldBy(evaluation, entity, field.tag, owner, keys) ? { keptBy: "related", related, joining: undefined } : undefined;
}

/** Whether the related struct has the key: that which the tag names, else one that is named after the owner. */
function isHeldBy(evaluation: Evaluation, related: Entity, tag: string | undefined, owner: Entity, keys: RelationKeys): boolean {
  const said = tableInTag(tag, [keys.tag]);
  const name = (owner.named ?? owner).declaration.name ?? "";
  const names = said === undefined ? keys.endings.map((ending) => name + ending) : [said];
  return names.some((each) => fieldsOf(related.declaration).some((field) => field.name === each) || fieldNamed(evaluation, related, each).field !== undefined);
}
