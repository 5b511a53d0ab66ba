import type { ClientLibrary } from "../../model/client.ts";
import type { RelationDescription } from "../../model/relation-rules.ts";
import type { TableName } from "../../model/sql-statement.ts";
import type { CompositeEntry, Expression, Field } from "../../model/syntax.ts";
import { resultOfFunction } from "../expressions/evaluate-call.ts";
import { plainText } from "../texts/evaluate-text.ts";
import type { Evaluation } from "../evaluator.ts";
import { instancesOf } from "../types/find-type.ts";
import { isTrue } from "../expressions/is-true.ts";
import { modelNamed } from "./models-by-name.ts";
import { nameTable } from "../tables/name-table.ts";
import { decoratorName, entityOf, tableOfEntity } from "../tables/table-of-entity.ts";
import type { Entity, Value } from "../value.ts";

/** The other model of a relation, and where the relation is kept if not in its table. */
export interface DescribedRelation {
  readonly entity: Entity;
  readonly joining?: TableName | undefined;
  readonly orphans?: boolean;
}

/** The relation that a decorator of a field describes in an object: `@ManyToMany({ entity: () => Tag, pivotTable: "pet_tags" })`. Undefined where the other model cannot be told. */
export function describedRelation(evaluation: Evaluation, owner: Entity, field: Field, decorator: Expression, how: RelationDescription, library: ClientLibrary): DescribedRelation | undefined {
  const given = decorator.kind === "call" ? decorator.arguments : [];
  const options = given.flatMap((argument) => (argument.kind === "composite" ? argument.entries : []));
  const [model, other] = given.filter(({ kind }) => kind !== "composite");
  const entity = modelAt(evaluation, model ?? optionOf(options, how.model), owner, library) ?? modelOfType(evaluation, field, owner);
  if (!entity) return undefined;
  const orphans = how.orphans !== undefined && isTrue(optionOf(options, how.orphans)) ? { orphans: true } : {};
  if (how.joining === undefined) return { entity, ...orphans };
  const isOwning = how.owning.some((key) => optionOf(options, key));
  const inverse = isOwning ? undefined : (other ?? optionOf(options, how.mappedBy));
  return { entity, ...orphans, joining: inverse ? joinedByOther(evaluation, inverse, entity, library) : joinedHere(evaluation, owner, field, options, how, library) };
}

/** The table of the side that keeps the relation. */
function joinedByOther(evaluation: Evaluation, inverse: Expression, entity: Entity, library: ClientLibrary): TableName | undefined {
  const name = fieldNamedBy(inverse);
  const field = entity.declaration.fields.find((each) => each.name === name);
  const rules = library.entities?.relations?.decorators ?? {};
  for (const decorator of field?.decorators ?? []) {
    const how = rules[decoratorName(decorator) ?? ""]?.described;
    const options = decorator.kind === "call" ? decorator.arguments.flatMap((argument) => (argument.kind === "composite" ? argument.entries : [])) : [];
    if (field && how) return joinedHere(evaluation, entity, field, options, how, library);
  }
  return undefined;
}

/** The name that the options say, else the owner's table and the field (mikro-orm.io/docs/naming-strategy, "joinTableName"). */
function joinedHere(evaluation: Evaluation, owner: Entity, field: Field, options: readonly CompositeEntry[], { joining, joiningModel }: RelationDescription, library: ClientLibrary): TableName | undefined {
  const said = joining === undefined ? undefined : optionOf(options, joining);
  const [written] = said ? evaluation.evaluate(said, { model: owner.model, frame: undefined }) : [];
  if (said) {
    const [name, schema] = (written && plainText(written))?.split(".").toReversed() ?? [];
    return name === undefined ? undefined : { name, quoted: false, ...(schema === undefined ? {} : { schema }) };
  }
  const entity = joiningModel === undefined ? undefined : modelAt(evaluation, optionOf(options, joiningModel), owner, library);
  if (entity) return tableOfEntity(evaluation, entity, library);
  const table = tableOfEntity(evaluation, owner, library);
  return table && { ...table, name: `${table.name}_${nameTable(field.name, "snake")}` };
}

function modelAt(evaluation: Evaluation, expression: Expression | undefined, { model }: Entity, library: ClientLibrary): Entity | undefined {
  const values = expression ? evaluation.evaluate(expression, { model, frame: undefined }) : [];
  const given = values.flatMap((value): readonly Value[] => (value.kind === "function" ? resultOfFunction(evaluation, value, { arguments: [] }, 0, undefined) : [value]));
  for (const value of given) {
    const name = plainText(value);
    const named = name === undefined ? value : modelNamed(evaluation, library, name, model.file.path);
    const entity = named?.kind === "type" ? entityOf(evaluation, named) : undefined;
    if (entity) return entity;
  }
  return undefined;
}

/** `tags: Collection<Tag>`, `tags = new Collection<Tag>(this)`. */
function modelOfType(evaluation: Evaluation, { type, value }: Field, { model }: Entity): Entity | undefined {
  const made = value?.kind === "call" ? value.typeArguments : [];
  const [element] = type?.kind === "named" ? type.arguments : made;
  const [instance] = (element && instancesOf(evaluation, element, model)) ?? [];
  return instance && entityOf(evaluation, instance);
}

/** `"pets"`, `(tag) => tag.pets`. */
function fieldNamedBy(expression: Expression): string | undefined {
  if (expression.kind === "text") return expression.parts.map((part) => (part.kind === "run" ? part.text : "")).join("");
  const [returned] = expression.kind === "function" ? (expression.body?.statements ?? []) : [];
  const [given] = returned?.kind === "return" ? returned.values : [];
  return given?.kind === "member" ? given.name : undefined;
}

function optionOf(options: readonly CompositeEntry[], key: string): Expression | undefined {
  return options.findLast(({ name }) => name === key)?.value;
}
