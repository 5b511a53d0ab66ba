import type { ClientLibrary } from "../../model/client.ts";
import type { ColumnReference } from "../../model/declared-table.ts";
import type { KeyActions } from "../../model/relation-rules.ts";
import type { Call, Composite, Expression, Field } from "../../model/syntax.ts";
import type { ReferentialAction } from "../../model/table-definition.ts";
import { memberOfValues } from "../expressions/evaluate-member.ts";
import { plainText } from "../texts/evaluate-text.ts";
import type { Evaluation } from "../evaluator.ts";
import { instancesOf } from "../types/find-type.ts";
import { actionOf } from "./reference-of-column.ts";
import { fieldsOf } from "./struct-tags.ts";
import { decoratorName, entityOf, tableOfEntity } from "./table-of-entity.ts";
import { modelAmong } from "./table-of-relation.ts";
import type { Entity, Values } from "../value.ts";

/** The name of the column that a field of a model is. */
export type NameOfField = (field: Field, entity: Entity) => string | undefined;

/**
 * What a relation of the model says of one of its fields: `owner User @relation(fields: [ownerId], references: [id], onDelete: Cascade)`.
 * https://www.prisma.io/docs/orm/prisma-schema/data-model/relations/referential-actions
 */
export function referenceOfField(evaluation: Evaluation, field: Field, entity: Entity, library: ClientLibrary, nameOf: NameOfField): ColumnReference | undefined {
  const { name } = field;
  const { holder, holderActions: actions } = library.entities ?? {};
  if (!holder || !actions) return referenceOfRelation(evaluation, field, entity, library);
  for (const relation of fieldsOf(entity.declaration)) {
    const decorator = relation.decorators.find((each): each is Call => each.kind === "call" && decoratorName(each) === holder.decorator);
    const said = (key: string): Expression | undefined => decorator?.arguments.flatMap((each) => (each.kind === "composite" ? each.entries.filter((entry) => entry.name === key) : []))[0]?.value;
    if (!decorator || !namesIn(said(holder.key)).includes(name)) continue;
    const related = relatedByType(evaluation, relation, entity);
    const table = related && tableOfEntity(evaluation, related, library);
    if (!table) return undefined;
    const referenced = namesIn(said("references"));
    const columns = fieldsOf(related.declaration).flatMap((each) => (referenced.includes(each.name) ? (nameOf(each, related) ?? []) : []));
    const action = (keys: readonly string[]) => keys.map((key) => actionOf(namesIn(said(key))[0])).find((each) => each !== undefined);
    return { table, columns, ...withDefaults(action(actions.onDelete), action(actions.onUpdate), actions, relation.modifiers.includes("optional")), place: { path: entity.model.file.path, span: decorator.span } };
  }
  return undefined;
}

function withDefaults(onDelete: ReferentialAction | undefined, onUpdate: ReferentialAction | undefined, { byDefault }: KeyActions, optional: boolean): Pick<ColumnReference, "onDelete" | "onUpdate" | "byDefault"> {
  const otherwise = optional ? byDefault?.optional : byDefault?.required;
  return { onDelete: onDelete ?? otherwise?.onDelete, onUpdate: onUpdate ?? otherwise?.onUpdate, ...(onDelete === undefined && byDefault ? { byDefault: true } : {}) };
}

/** What a field says that is a relation itself: `@ManyToOne(() => User, { onDelete: "CASCADE" })`. */
function referenceOfRelation(evaluation: Evaluation, field: Field, entity: Entity, library: ClientLibrary): ColumnReference | undefined {
  const { decorators } = field;
  const { model } = entity;
  const rules = library.entities?.relations?.decorators ?? {};
  const site = { model, frame: undefined };
  for (const decorator of decorators) {
    const named = decoratorName(decorator) ?? "";
    const { actions, holder } = Object.hasOwn(rules, named) ? rules[named]! : {};
    if (!actions || decorator.kind !== "call" || !decorators.some((each) => decoratorName(each) === holder) || entriesOf(decorator).some(({ name }) => name !== undefined && name === actions.inverse)) continue;
    const options = decorator.arguments.flatMap((each) => evaluation.evaluate(each, site)).filter(({ kind }) => kind === "composite");
    const under = (key: string | undefined): Values => (key === undefined || options.length === 0 ? [] : memberOfValues(evaluation, options, key));
    const [given] = decorator.arguments;
    const related = modelAmong(evaluation, [...(given ? evaluation.evaluate(given, site) : []), ...under(actions.model)]) ?? relatedByType(evaluation, field, entity);
    const table = related && tableOfEntity(evaluation, related, library);
    const said = (keys: readonly string[]) => keys.map((key) => actionOf(under(key).map(plainText).find((text) => text !== undefined))).find((each) => each !== undefined);
    const onDelete = said(actions.onDelete) ?? (removes(decorator, actions) ? "cascade" : undefined);
    if (table) return { table, columns: [], ...withDefaults(onDelete, said(actions.onUpdate), actions, isOptional(decorator, actions)), place: { path: model.file.path, span: decorator.span } };
  }
  return undefined;
}

function relatedByType(evaluation: Evaluation, { type }: Field, { model }: Entity): Entity | undefined {
  const [related] = (type && instancesOf(evaluation, type, model)) ?? [];
  return related && entityOf(evaluation, related);
}

function isOptional(decorator: Call, { optional }: KeyActions): boolean {
  return entriesOf(decorator).some(({ name, value }) => optional !== undefined && name === optional && value.kind === "literal" && value.raw === "true");
}

function removes(decorator: Call, { removing }: KeyActions): boolean {
  return entriesOf(decorator).some(({ name, value }) => removing !== undefined && name === removing.key && namesIn(value).some((word) => removing.words.includes(word)));
}

function entriesOf(decorator: Call): Composite["entries"] {
  return decorator.arguments.flatMap((each) => (each.kind === "composite" ? each.entries : []));
}

/** The names that stand in a list, or alone. */
function namesIn(expression: Expression | undefined): readonly string[] {
  if (expression?.kind === "name" || expression?.kind === "member") return [expression.name];
  return expression?.kind === "composite" ? expression.entries.flatMap(({ value }) => namesIn(value)) : [];
}
