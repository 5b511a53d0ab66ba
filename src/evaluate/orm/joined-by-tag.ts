import type { ClientLibrary } from "../../model/client.ts";
import type { TagJoining } from "../../model/relation-rules.ts";
import type { TableName } from "../../model/sql-statement.ts";
import type { Field } from "../../model/syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { fieldsOf, tableInTag, valueUnder } from "../tables/struct-tags.ts";
import { entityOf, tableOfEntity } from "../tables/table-of-entity.ts";
import { instancesOf } from "../types/find-type.ts";
import { type Entity, keyOfEntity } from "../value.ts";

/** The table that joins two models, by the words of a field's tag or of the field of the other model that relates back: none where its name cannot be told. Undefined of any other relation. */
export function joinedByTag(evaluation: Evaluation, owner: Entity, field: Field, related: Entity, library: ClientLibrary): { readonly table: TableName | undefined } | undefined {
  const rules = library.entities?.relations?.tagged;
  if (!rules) return undefined;
  if (holds(field, rules, rules.word)) return { table: joinedFrom(evaluation, owner, field, related, library, rules) };
  if (!holds(field, rules, rules.inverse)) return undefined;
  const [other, ...more] = fieldsOf(related.declaration).filter((each) => {
    const [value] = holds(each, rules, rules.word) && each.type ? (instancesOf(evaluation, each.type, related.model) ?? []) : [];
    const entity = value && entityOf(evaluation, value);
    return entity !== undefined && keyOfEntity(entity) === keyOfEntity(owner);
  });
  return { table: other && more.length === 0 ? joinedFrom(evaluation, related, other, owner, library, rules) : undefined };
}

function joinedFrom(evaluation: Evaluation, owner: Entity, { tag }: Field, related: Entity, library: ClientLibrary, rules: TagJoining): TableName | undefined {
  const said = tableInTag(tag, [{ key: rules.key, option: rules.named }]);
  if (said !== undefined) return { name: said, quoted: false };
  const [from, to] = [tableOfEntity(evaluation, owner, library), tableOfEntity(evaluation, related, library)];
  return from && to && tableInTag(tag, [{ key: rules.key, option: rules.through }]) === undefined ? { name: `${from.name}_${to.name}${rules.ending}`, quoted: false } : undefined;
}

function holds({ tag }: Field, { key }: TagJoining, word: string): boolean {
  return tag !== undefined && (valueUnder(tag, key)?.split(";").some((part) => part.trim() === word) ?? false);
}
