import type { ClientLibrary } from "../../model/client.ts";
import type { DeclaredKey } from "../../model/declared-table.ts";
import type { Field } from "../../model/syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { fieldsOf } from "../tables/struct-tags.ts";
import { entityOf, tableOfEntity } from "../tables/table-of-entity.ts";
import { instancesOf } from "../types/find-type.ts";
import type { Entity } from "../value.ts";

/** The model that a field is of, or a list of. */
type RelatedModel = (entity: Entity, field: Field) => Entity | undefined;

/**
 * The table that keeps a relation of lists on both sides, where neither model holds a key; `decorator` is the one of relations
 * (prisma.io/docs/orm/prisma-schema/data-model/relations/many-to-many-relations, "Conventions for relation tables").
 */
export function implicitJoinTable(entity: Entity, field: Field, related: Entity, relatedModel: RelatedModel, decorator: string): string | undefined {
  const name = relationName(field, decorator);
  const others = related.declaration.fields.filter((other) => relationName(other, decorator) === name && relatedModel(related, other)?.declaration === entity.declaration);
  if (field.type?.kind !== "list" || others.length === 0 || others.some((other) => other.type?.kind !== "list")) return undefined;
  return `_${name ?? [entity.declaration.name, related.declaration.name].sort().join("To")}`;
}

/** The keys by which such tables point to a model: in `A` or `B`, as the models' names come; the rows that join go with it. */
export function keysOfImplicitJoins(evaluation: Evaluation, entity: Entity, library: ClientLibrary): readonly DeclaredKey[] {
  const { holder, holderActions } = library.entities ?? {};
  const table = holder && holderActions && tableOfEntity(evaluation, entity, library);
  if (!table) return [];
  const relatedModel: RelatedModel = ({ model }, { type }) => {
    const [related] = (type && instancesOf(evaluation, type, model)) ?? [];
    return related && entityOf(evaluation, related);
  };
  return fieldsOf(entity.declaration).flatMap((field): readonly DeclaredKey[] => {
    const related = field.type?.kind === "list" ? relatedModel(entity, field) : undefined;
    const joining = related && related.declaration !== entity.declaration ? implicitJoinTable(entity, field, related, relatedModel, holder.decorator) : undefined;
    if (joining === undefined) return [];
    const isFirst = (entity.declaration.name ?? "") < (related?.declaration.name ?? "");
    const place = { path: entity.model.file.path, span: field.span };
    return [{ child: { name: joining, quoted: false }, columns: [isFirst ? "A" : "B"], references: { table, columns: [], onDelete: "cascade", onUpdate: "cascade", byDefault: true, place } }];
  });
}

/** `@relation("keeps")`, `@relation(name: "keeps")`. */
function relationName({ decorators }: Field, decorator: string): string | undefined {
  const relation = decorators.find((each) => each.kind === "call" && each.callee.kind === "name" && each.callee.name === decorator);
  const given = relation?.kind === "call" ? relation.arguments : [];
  const texts = given.flatMap((argument) => (argument.kind === "composite" ? argument.entries.flatMap((entry) => (entry.name === "name" ? [entry.value] : [])) : [argument]));
  const [part] = texts.flatMap((text) => (text.kind === "text" ? text.parts : []));
  return part?.kind === "run" ? part.text : undefined;
}
