import type { ClientLibrary } from "../../model/client.ts";
import type { ColumnReference } from "../../model/declared-table.ts";
import type { Call, Expression, Field } from "../../model/syntax.ts";
import { memberOfValues } from "../expressions/evaluate-member.ts";
import { plainText } from "../texts/evaluate-text.ts";
import type { Evaluation } from "../evaluator.ts";
import { instancesOf } from "../types/find-type.ts";
import { actionOf } from "./reference-of-column.ts";
import { fieldsOf } from "./struct-tags.ts";
import { decoratorName, entityOf, tableOfEntity } from "./table-of-entity.ts";
import { modelAmong } from "./table-of-relation.ts";
import type { Entity } from "../value.ts";

/**
 * What a relation of the model says of one of its fields: `owner User @relation(fields: [ownerId], references: [id], onDelete: Cascade)`.
 * https://www.prisma.io/docs/orm/prisma-schema/data-model/relations/referential-actions
 */
export function referenceOfField(evaluation: Evaluation, field: Field, entity: Entity, library: ClientLibrary): ColumnReference | undefined {
  const { name } = field;
  const holder = library.entities?.holder;
  if (!holder) return referenceOfRelation(evaluation, field, entity, library);
  for (const relation of fieldsOf(entity.declaration)) {
    const decorator = relation.decorators.find((each): each is Call => each.kind === "call" && decoratorName(each) === holder.decorator);
    const said = (key: string): Expression | undefined => decorator?.arguments.flatMap((each) => (each.kind === "composite" ? each.entries.filter((entry) => entry.name === key) : []))[0]?.value;
    if (!decorator || !namesIn(said(holder.key)).includes(name)) continue;
    const [related] = (relation.type && instancesOf(evaluation, relation.type, entity.model)) ?? [];
    const model = related && entityOf(evaluation, related);
    const table = model && tableOfEntity(evaluation, model, library);
    if (!table) return undefined;
    const action = (key: string) => actionOf(namesIn(said(key))[0]);
    return { table, onDelete: action("onDelete"), onUpdate: action("onUpdate"), place: { path: entity.model.file.path, span: decorator.span } };
  }
  return undefined;
}

/** What a field says that is a relation itself: `@ManyToOne(() => User, { onDelete: "CASCADE" })`. */
function referenceOfRelation(evaluation: Evaluation, { decorators }: Field, { model }: Entity, library: ClientLibrary): ColumnReference | undefined {
  const rules = library.entities?.relations?.decorators ?? {};
  const site = { model, frame: undefined };
  for (const decorator of decorators) {
    const named = decoratorName(decorator) ?? "";
    const { actions, holder } = Object.hasOwn(rules, named) ? rules[named]! : {};
    const [given, ...more] = decorator.kind === "call" ? decorator.arguments : [];
    if (!actions || !given || !decorators.some((each) => decoratorName(each) === holder)) continue;
    const related = modelAmong(evaluation, evaluation.evaluate(given, site));
    const table = related && tableOfEntity(evaluation, related, library);
    const options = more.flatMap((each) => evaluation.evaluate(each, site)).filter(({ kind }) => kind === "composite");
    const said = (key: string) => actionOf(memberOfValues(evaluation, options, key).map(plainText).find((text) => text !== undefined));
    if (table) return { table, onDelete: said(actions.onDelete), onUpdate: said(actions.onUpdate), place: { path: model.file.path, span: decorator.span } };
  }
  return undefined;
}

/** The names that stand in a list, or alone. */
function namesIn(expression: Expression | undefined): readonly string[] {
  if (expression?.kind === "name") return [expression.name];
  return expression?.kind === "composite" ? expression.entries.flatMap(({ value }) => namesIn(value)) : [];
}
