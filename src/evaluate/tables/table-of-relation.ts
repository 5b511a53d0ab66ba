import type { ClientLibrary } from "../../model/client.ts";
import type { Place } from "../../model/place.ts";
import type { RelationDecorator, RelationKeys } from "../../model/relation-rules.ts";
import type { SourceModel } from "../../model/source-model.ts";
import type { TableName } from "../../model/sql-statement.ts";
import type { Expression, Field } from "../../model/syntax.ts";
import { resultOfFunction } from "../expressions/evaluate-call.ts";
import { memberOfValues } from "../expressions/evaluate-member.ts";
import { plainText } from "../texts/evaluate-text.ts";
import type { Evaluation } from "../evaluator.ts";
import { instancesOf } from "../types/find-type.ts";
import { relationOfAmbient } from "../orm/ambient-models.ts";
import { describedRelation } from "../orm/described-relation.ts";
import { nameTable } from "./name-table.ts";
import { joinedByTag } from "../orm/joined-by-tag.ts";
import { exportsOfModelFile } from "../orm/models-by-name.ts";
import { fieldsOf, tableInTag } from "./struct-tags.ts";
import { decoratorName, entityOf, tableOfEntity } from "./table-of-entity.ts";
import type { Entity, TableReference, Value, Values } from "../value.ts";

/** The table that holds a relation of a model: the one that joins the two models where a tag names it, else the related model's. */
export function tableOfRelation(evaluation: Evaluation, owner: TableReference | undefined, name: Value, library: ClientLibrary, place: Place): TableReference {
  const relation = plainText(name);
  if (relation !== undefined && owner && library.ambient) return relationOfAmbient(evaluation, library, owner, relation, place);
  const entity = owner?.entity;
  if (relation === undefined || !entity) return { table: undefined, place, reason: owner?.reason ?? "the model of the relation cannot be told" };
  const { fields, field, model } = fieldNamed(evaluation, entity, relation);
  const tagged = tableInTag(field?.tag, library.entities?.joinTables ?? []);
  if (tagged) return { table: { name: tagged, quoted: false }, place, joining: { name: tagged, quoted: false } };
  const related = relatedByDecorator(evaluation, entity, field, library) ?? relatedByMember(evaluation, entity, relation, library) ?? relatedByType(evaluation, { ...entity, model }, field);
  if (related?.table) return { table: related.table, place, ...(related.joining ? { joining: related.joining } : {}), ...(related.holder ? { holder: related.holder } : {}) };
  const table = related?.entity && tableOfEntity(evaluation, related.entity, library);
  if (!related?.entity || !table) return { table: undefined, place, reason: `\`${relation}\` is no relation that is declared here` };
  const joined = field && joinedByTag(evaluation, entity, field, related.entity, library);
  if (joined) return joined.table ? { table: joined.table, place, joining: joined.table } : { table: undefined, place, reason: `the model of the table that joins \`${relation}\` is not declared here` };
  const holder = related.holder ?? (field && holdsKey(fields, field, library.entities?.relations?.keys) ? owner.table : undefined);
  return { table, place, entity: related.entity, ...(related.joining ? { joining: related.joining } : {}), ...(holder ? { holder } : {}), ...(related.orphans ? { orphans: true } : {}) };
}

/** The model whose table holds a relation; none where a table joins the two that cannot be told. */
interface Related {
  readonly entity: Entity | undefined;
  /** That of the related model, where it alone is told. */
  readonly table?: TableName | undefined;
  readonly joining?: TableName | undefined;
  /** The table of the model itself, where it holds the key. */
  readonly holder?: TableName | undefined;
  readonly orphans?: boolean | undefined;
}

interface RelationField {
  readonly field: Field | undefined;
  /** Those of the struct that declares it. */
  readonly fields: readonly Field[];
  readonly model: SourceModel;
}

/** A field of the model, or of a struct that it embeds (go.dev/ref/spec, "Struct types": the promoted one least deep counts). */
export function fieldNamed(evaluation: Evaluation, { declaration, model }: Entity, name: string, depth = 0): RelationField {
  const fields = fieldsOf(declaration);
  const field = fields.find((each) => each.name === name);
  for (const { embedded, type } of field || depth > MAX_EMBEDDED ? [] : fields) {
    const [base] = embedded && type ? (instancesOf(evaluation, type, model) ?? []) : [];
    const entity = base && entityOf(evaluation, base);
    const inside = entity && fieldNamed(evaluation, entity, name, depth + 1);
    if (inside?.field) return inside;
  }
  return { field, fields, model };
}

const MAX_EMBEDDED = 8;

/** Whether the model's own row holds the key of a relation to one row of another. */
export function holdsKey(fields: readonly Field[], { name, type, tag }: Field, keys: RelationKeys | undefined): boolean {
  if (!keys || type?.kind === "list") return false;
  const said = tableInTag(tag, [keys.tag]);
  const names = said === undefined ? keys.endings.map((ending) => name + ending) : [said];
  return fields.some((field) => names.some((each) => field.name === each || nameTable(field.name, "snake") === each));
}

function relatedByType(evaluation: Evaluation, { model }: Entity, field: Field | undefined): Related | undefined {
  const [related] = field?.type ? (instancesOf(evaluation, field.type, model) ?? []) : [];
  const entity = related && entityOf(evaluation, related);
  return entity && { entity };
}

function relatedByDecorator(evaluation: Evaluation, owner: Entity, field: Field | undefined, library: ClientLibrary): Related | undefined {
  const decorators = library.entities?.relations?.decorators ?? {};
  const site = { model: owner.model, frame: undefined };
  for (const decorator of field?.decorators ?? []) {
    const name = decoratorName(decorator) ?? "";
    const [given, options] = decorator.kind === "call" ? decorator.arguments : [];
    const how = Object.hasOwn(decorators, name) ? decorators[name]! : undefined;
    const described = how?.described && field && describedRelation(evaluation, owner, field, decorator, how.described, library);
    if (described) return described;
    if (!how || !given) continue;
    const entity = modelAmong(evaluation, evaluation.evaluate(given, site));
    const { joining, joinedBy, holder, holds, through } = how;
    if (!entity || !field) continue;
    if (through !== undefined) return { entity, joining: joinedThrough(evaluation, decorator, through, owner, library) };
    if (joinedBy) return joinedByDecorator(evaluation, owner, entity, field, library, name, joinedBy);
    if (holds) return { entity, holder: tableOfEntity(evaluation, owner, library) };
    if (holder !== undefined && decoratorOf(field, holder)) return { entity: owner };
    const said = joining !== undefined && options ? memberOfValues(evaluation, evaluation.evaluate(options, site), joining).map(plainText).find((text) => text !== undefined) : undefined;
    return { entity, joining: joining === undefined ? undefined : { name: said ?? joinedName(owner, entity), quoted: false } };
  }
  return undefined;
}

function joinedThrough(evaluation: Evaluation, decorator: Expression, argument: number, { model }: Entity, library: ClientLibrary): TableName | undefined {
  const given = decorator.kind === "call" ? decorator.arguments[argument] : undefined;
  const values = given ? called(evaluation, evaluation.evaluate(given, { model, frame: undefined })) : [];
  const name = values.map(plainText).find((text) => text !== undefined);
  const entity = modelAmong(evaluation, values);
  return name === undefined ? entity && tableOfEntity(evaluation, entity, library) : { name, quoted: false };
}

type JoinedBy = NonNullable<RelationDecorator["joinedBy"]>;

/** The side that owns the joining table is the field's, else the only field of the other model that relates back with the decorator for it. */
function joinedByDecorator(evaluation: Evaluation, owner: Entity, entity: Entity, field: Field, library: ClientLibrary, relation: string, how: JoinedBy): Related {
  if (decoratorOf(field, how.decorator)) return joinedFrom(evaluation, owner, field, entity, library, how);
  const isInverse = (other: Field): boolean => {
    const decorator = decoratorOf(other, how.decorator) && decoratorOf(other, relation);
    const [given] = decorator?.kind === "call" ? decorator.arguments : [];
    return given !== undefined && modelAmong(evaluation, evaluation.evaluate(given, { model: entity.model, frame: undefined }))?.declaration === owner.declaration;
  };
  const [inverse, ...more] = entity.declaration.fields.filter(isInverse);
  if (!inverse || more.length > 0) return { entity: undefined };
  return { ...joinedFrom(evaluation, entity, inverse, owner, library, how), entity };
}

/** The name that the decorator says, else the owner's table, the field and the related table (github.com/typeorm/typeorm, DefaultNamingStrategy, "joinTableName"). */
function joinedFrom(evaluation: Evaluation, owner: Entity, field: Field, entity: Entity, library: ClientLibrary, { decorator: named, key }: JoinedBy): Related {
  const decorator = decoratorOf(field, named);
  const [options] = decorator?.kind === "call" ? decorator.arguments : [];
  const given = options ? evaluation.evaluate(options, { model: owner.model, frame: undefined }) : [];
  const said = [...given, ...memberOfValues(evaluation, given.filter(({ kind }) => kind === "composite"), key)].map(plainText).find((text) => text !== undefined);
  const [from, to] = [tableOfEntity(evaluation, owner, library), tableOfEntity(evaluation, entity, library)];
  if (!from || !to) return { entity: undefined };
  return { entity, joining: { ...from, name: said ?? nameTable(`${from.name}_${field.name}_${to.name}`, "snake") } };
}

function decoratorOf({ decorators }: Field, name: string): Expression | undefined {
  return decorators.find((each) => decoratorName(each) === name);
}

/** Both models' names in order of the alphabet (lucid.adonisjs.com/docs/relationships, "Many to many"). */
function joinedName(...models: readonly Entity[]): string {
  return models.map(({ declaration }) => nameTable(declaration.name ?? "", "snake")).sort().join("_");
}

function relatedByMember(evaluation: Evaluation, owner: Entity, relation: string, library: ClientLibrary): Related | undefined {
  const { declaration, model } = owner;
  const member = library.entities?.relations?.member;
  if (!member) return undefined;
  const mappings = called(evaluation, memberOfValues(evaluation, [{ kind: "type", declaration, model }], member.name));
  const mapping = memberOfValues(evaluation, mappings, relation);
  const classes = memberOfValues(evaluation, mapping, member.model);
  const entity = modelAmong(evaluation, classes) ?? modelAmong(evaluation, [...classes, ...endsOfCalls(evaluation, mapping, member.model)].flatMap((value) => modelOfPath(evaluation, library, value, model.file.path)));
  const table = entity ? undefined : tableOfColumn(evaluation, mapping, member.column);
  if (!entity && !table) return undefined;
  const joining = tableOfColumn(evaluation, mapping, member.joining);
  const kinds = memberOfValues(evaluation, mapping, member.kind.key);
  const isHeld = kinds.some((kind) => kind.kind === "client" && member.kind.holding.includes(kind.name));
  return { entity, table, joining, holder: isHeld ? tableOfEntity(evaluation, owner, library) : undefined };
}

/** The table before the column that stands under these keys: `"clinic_visits.pet_id"`, or the first of a list of such. */
function tableOfColumn(evaluation: Evaluation, mapping: Values, keys: readonly string[]): TableName | undefined {
  const columns = keys.reduce((values, key) => memberOfValues(evaluation, values, key), mapping);
  const [name, schema] = columns.map(plainText).find((text) => text !== undefined)?.split(".").slice(0, -1).reverse() ?? [];
  return name === undefined ? undefined : { name, quoted: false, ...(schema === undefined ? {} : { schema }) };
}

/** A path that a call puts together ends with the last argument: `path.join(__dirname, "pet")`. */
function endsOfCalls(evaluation: Evaluation, objects: Values, key: string): Values {
  return objects.flatMap((value): Values => {
    const entry = value.kind === "composite" ? value.node.entries.find(({ name }) => name === key)?.value : undefined;
    const last = entry?.kind === "call" ? entry.arguments.at(-1) : undefined;
    return last && value.kind === "composite" ? evaluation.evaluate(last, value.site) : [];
  });
}

/** The model that a file of this name exports: `${__dirname}/pet`. */
function modelOfPath(evaluation: Evaluation, library: ClientLibrary, value: Value, from: string): Values {
  const last = value.kind === "text" ? value.pieces.at(-1) : undefined;
  const name = last?.kind === "known" ? /([^/\\]+?)(?:\.\w+)?$/.exec(last.text)?.[1] : undefined;
  return name === undefined ? [] : exportsOfModelFile(evaluation, library, { name, word: library.entities?.members?.[0] ?? name }, from);
}

/** A model, or one that a function gives: relations may go in circles. */
export function modelAmong(evaluation: Evaluation, values: Values): Entity | undefined {
  return called(evaluation, values).map((value) => (value.kind === "type" ? entityOf(evaluation, value) : undefined)).find((entity) => entity !== undefined);
}

function called(evaluation: Evaluation, values: Values): Values {
  return values.flatMap((value) => (value.kind === "function" ? resultOfFunction(evaluation, value, { arguments: [] }, 0, undefined) : [value]));
}
