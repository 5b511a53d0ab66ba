import type { ClientLibrary } from "../model/client.ts";
import type { Place } from "../model/place.ts";
import type { TableName } from "../model/sql-statement.ts";
import type { Field } from "../model/syntax.ts";
import { resultOfFunction } from "./evaluate-call.ts";
import { memberOfValues } from "./evaluate-member.ts";
import { plainText } from "./evaluate-text.ts";
import type { Evaluation } from "./evaluator.ts";
import { instancesOf } from "./find-type.ts";
import { nameTable } from "./name-table.ts";
import { fieldsOf, tableInTag } from "./struct-tags.ts";
import { decoratorName, entityOf, tableOfEntity } from "./table-of-entity.ts";
import type { Entity, TableReference, Value, Values } from "./value.ts";

/** The table that holds a relation of a model: the one that joins the two models where a tag names it, else the related model's. */
export function tableOfRelation(evaluation: Evaluation, owner: TableReference | undefined, name: Value, library: ClientLibrary, place: Place): TableReference {
  const relation = plainText(name);
  const entity = owner?.entity;
  if (relation === undefined || !entity) return { table: undefined, place, reason: owner?.reason ?? "the model of the relation cannot be told" };
  const field = fieldsOf(entity.declaration).find((each) => each.name === relation);
  const tagged = tableInTag(field?.tag, library.entities?.joinTables ?? []);
  if (tagged) return { table: { name: tagged, quoted: false }, place };
  const related = relatedByDecorator(evaluation, entity, field, library) ?? relatedByMember(evaluation, entity, relation, library) ?? relatedByType(evaluation, entity, field);
  const table = related && tableOfEntity(evaluation, related.entity, library);
  if (!table) return { table: undefined, place, reason: `\`${relation}\` is no relation that is declared here` };
  return { table, place, entity: related.entity, ...(related.joining ? { joining: related.joining } : {}) };
}

interface Related {
  readonly entity: Entity;
  readonly joining?: TableName | undefined;
}

function relatedByType(evaluation: Evaluation, { model }: Entity, field: Field | undefined): Related | undefined {
  const [related] = field?.type ? (instancesOf(evaluation, field.type, model) ?? []) : [];
  const entity = related && entityOf(evaluation, related);
  return entity && { entity };
}

function relatedByDecorator(evaluation: Evaluation, owner: Entity, field: Field | undefined, { entities }: ClientLibrary): Related | undefined {
  const decorators = entities?.relations?.decorators ?? {};
  const site = { model: owner.model, frame: undefined };
  for (const decorator of field?.decorators ?? []) {
    const name = decoratorName(decorator) ?? "";
    const [given, options] = decorator.kind === "call" ? decorator.arguments : [];
    if (!Object.hasOwn(decorators, name) || !given) continue;
    const entity = modelAmong(evaluation, evaluation.evaluate(given, site));
    const { joining } = decorators[name]!;
    if (!entity) continue;
    const said = joining !== undefined && options ? memberOfValues(evaluation, evaluation.evaluate(options, site), joining).map(plainText).find((text) => text !== undefined) : undefined;
    return { entity, joining: joining === undefined ? undefined : { name: said ?? joinedName(owner, entity), quoted: false } };
  }
  return undefined;
}

/** Both models' names in order of the alphabet (lucid.adonisjs.com/docs/relationships, "Many to many"). */
function joinedName(...models: readonly Entity[]): string {
  return models.map(({ declaration }) => nameTable(declaration.name ?? "", "snake")).sort().join("_");
}

function relatedByMember(evaluation: Evaluation, { declaration, model }: Entity, relation: string, { entities }: ClientLibrary): Related | undefined {
  const member = entities?.relations?.member;
  if (!member) return undefined;
  const mappings = called(evaluation, memberOfValues(evaluation, [{ kind: "type", declaration, model }], member.name));
  const mapping = memberOfValues(evaluation, mappings, relation);
  const entity = modelAmong(evaluation, memberOfValues(evaluation, mapping, member.model));
  if (!entity) return undefined;
  const column = member.joining.reduce((values, key) => memberOfValues(evaluation, values, key), mapping).map(plainText).find((text) => text !== undefined);
  const [name, schema] = column?.split(".").slice(0, -1).reverse() ?? [];
  return { entity, joining: name === undefined ? undefined : { name, quoted: false, ...(schema === undefined ? {} : { schema }) } };
}

/** A model, or one that a function gives: relations may go in circles. */
function modelAmong(evaluation: Evaluation, values: Values): Entity | undefined {
  return called(evaluation, values).map((value) => (value.kind === "type" ? entityOf(evaluation, value) : undefined)).find((entity) => entity !== undefined);
}

function called(evaluation: Evaluation, values: Values): Values {
  return values.flatMap((value) => (value.kind === "function" ? resultOfFunction(evaluation, value, { arguments: [] }, 0, undefined) : [value]));
}
