import type { ClientLibrary } from "../../model/client.ts";
import type { EdgeRules, RelationKind } from "../../model/relation-rules.ts";
import type { SourceModel } from "../../model/source-model.ts";
import type { Call, Expression } from "../../model/syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { resultOfFunction } from "../expressions/evaluate-call.ts";
import { chainOf, firstText } from "../tables/columns-of-call.ts";
import { nameTable, singular } from "../tables/name-table.ts";
import { tableOfEntity } from "../tables/table-of-entity.ts";
import { receiverMethod } from "../types/find-member.ts";
import type { Place } from "../../model/place.ts";
import type { ReferentialAction } from "../../model/table-definition.ts";
import type { Entity, Site, TableReference } from "../value.ts";
import { actionIn, keysOfEdge } from "./keys-of-edge.ts";
import type { Relation } from "./find-relations.ts";

/** One end of a relation, as a schema lists it: `edge.From("owner", User.Type).Ref("pets").Unique()`. */
export interface Edge {
  readonly name: string;
  readonly place: Place;
  readonly related: Entity;
  readonly unique: boolean;
  readonly required: boolean;
  /** The column of the key, and what the database does with the rows that hold it, where the edge says so. */
  readonly column?: string;
  readonly onDelete?: ReferentialAction;
  /** The edge of the other schema that it is the other end of. */
  readonly inverseOf?: string;
  /** The name of the joining table, or the schema that is one. */
  readonly table?: string;
  readonly through?: Entity;
}

/** The relations of a file's schemas whose key the related row has or which a table joins; a key of the own row is written with it (entgo.io/docs/schema-edges, "Relationship"). */
export function relationsOfEdges(evaluation: Evaluation, library: ClientLibrary, rules: EdgeRules, model: SourceModel): readonly Relation[] {
  const search: Search = { evaluation, library, rules };
  return model.statements.flatMap((declaration) => (declaration.kind === "type" && declaration.form === "struct" ? relationsOf(search, { declaration, model }) : []));
}

interface Search {
  readonly evaluation: Evaluation;
  readonly library: ClientLibrary;
  readonly rules: EdgeRules;
}

function relationsOf(search: Search, entity: Entity): readonly Relation[] {
  return edgesOf(search, entity).flatMap((edge): readonly Relation[] => {
    const holder = holderOf(search, entity, edge);
    const [owner, related] = [referenceTo(search, entity), referenceTo(search, edge.related)];
    if (!owner || !related) return [];
    const joining = holder === "joining" ? joiningTable(search, entity, edge) : undefined;
    const keys = edge.inverseOf === undefined ? keysOfEdge(edge, { owner, related, joining, holder, label: labelOf(entity), relatedLabel: labelOf(edge.related), other: otherEnd(search, entity, edge) }) : [];
    return [{ owner, ownerName: undefined, related, joining, kind: { many: !edge.unique, holder }, names: holder === "owner" ? [] : namesOf(edge), keys }];
  });
}

/** github.com/ent/ent, entc/gen/graph.go, "resolve": of an edge of two ends the one that is unique says which table has the key. */
function holderOf(search: Search, entity: Entity, edge: Edge): RelationKind["holder"] {
  const { related, unique, inverseOf } = edge;
  const other = otherEnd(search, entity, edge);
  if (inverseOf !== undefined) return unique ? "owner" : other?.unique ? "related" : "joining";
  if (other) return unique && !other.unique ? "owner" : !unique && !other.unique ? "joining" : "related";
  return unique ? "owner" : isSame(related, entity) ? "joining" : "related";
}

function otherEnd(search: Search, entity: Entity, { related, inverseOf, name }: Edge): Edge | undefined {
  const others = edgesOf(search, related);
  return inverseOf === undefined ? others.find((each) => each.inverseOf === name && isSame(each.related, entity)) : others.find((each) => each.name === inverseOf);
}

function labelOf({ declaration }: Entity): string {
  return nameTable(declaration.name ?? "", "snake");
}

/** The schema's name and the edge's, of the end that is no inverse, unless that says otherwise. */
function joiningTable(search: Search, entity: Entity, edge: Edge): TableReference | undefined {
  const { inverseOf, related } = edge;
  const [owner, assoc] = inverseOf === undefined ? [entity, edge] : [related, edgesOf(search, related).find(({ name }) => name === inverseOf)];
  const place = { path: entity.model.file.path, span: entity.declaration.span };
  if (!assoc) return undefined;
  const through = assoc.through ?? edge.through;
  if (through) return referenceTo(search, through);
  return { table: { name: assoc.table ?? `${labelOf(owner)}_${assoc.name}`, quoted: false }, place };
}

function referenceTo({ evaluation, library }: Search, entity: Entity): TableReference | undefined {
  const table = tableOfEntity(evaluation, entity, library);
  return table && { table, place: { path: entity.model.file.path, span: entity.declaration.nameSpan ?? entity.declaration.span } };
}

function isSame(one: Entity, other: Entity): boolean {
  return one.declaration.name === other.declaration.name && one.model.file.path === other.model.file.path;
}

function edgesOf({ evaluation, rules }: Search, { declaration, model }: Entity): readonly Edge[] {
  const methods = (receiverMethod(evaluation, { declaration, model }, rules.method, undefined) ?? []).filter((value) => value.kind === "function");
  return methods
    .flatMap((method) => resultOfFunction(evaluation, method, { arguments: [] }, 0, undefined))
    .flatMap((list) => (list.kind === "composite" ? list.node.entries.flatMap(({ value }) => edgesIn(evaluation, rules, value, list.site)) : []));
}

/** The edge that a chain describes; with its inverse on the same schema, both. */
function edgesIn(evaluation: Evaluation, rules: EdgeRules, described: Expression, site: Site): readonly Edge[] {
  const [first, ...more] = chainOf(described);
  const related = first?.arguments[1] && typeNamed(evaluation, first.arguments[1], site);
  const name = first?.arguments[0] && firstText(evaluation.evaluate(first.arguments[0], site));
  if (!first || !related || name === undefined) return [];
  const begins = calledName(first);
  const turn = begins === rules.to ? more.findIndex((call) => calledName(call) === rules.from) : -1;
  const own = edgeOf(evaluation, rules, name, related, turn < 0 ? more : more.slice(0, turn), site);
  const inverse = turn < 0 ? undefined : more[turn]!.arguments[0];
  const inverseName = inverse && firstText(evaluation.evaluate(inverse, site));
  return [own, ...(inverseName === undefined ? [] : [{ ...edgeOf(evaluation, rules, inverseName, related, more.slice(turn + 1), site), inverseOf: name }])];
}

function edgeOf(evaluation: Evaluation, rules: EdgeRules, name: string, related: Entity, more: readonly Call[], site: Site): Edge {
  const argument = (called: string, index: number): Expression | undefined => more.find((call) => calledName(call) === called)?.arguments[index];
  const text = (expression: Expression | undefined): string | undefined => expression && firstText(evaluation.evaluate(expression, site));
  const inverseOf = text(argument(rules.inverse, 0));
  const keys = more.filter((call) => calledName(call) === rules.storage).flatMap((call) => call.arguments);
  const table = text(keys.flatMap((key) => (key.kind === "call" && calledName(key) === rules.table ? key.arguments.slice(0, 1) : []))[0]);
  const joined = argument(rules.through, 1);
  const through = joined && typeNamed(evaluation, joined, site);
  const [unique, required] = [rules.one, rules.required].map((word) => more.some((call) => calledName(call) === word)) as [boolean, boolean];
  const column = text(argument(rules.field, 0)) ?? text(keys.flatMap((key) => (key.kind === "call" && calledName(key) === rules.column ? key.arguments.slice(0, 1) : []))[0]);
  const onDelete = actionIn(more.filter((call) => calledName(call) === rules.annotations).flatMap((call) => call.arguments), rules.onDelete);
  const place = { path: site.model.file.path, span: more.at(-1)?.span ?? related.declaration.span };
  return { name, place, related, unique, required, ...(column === undefined ? {} : { column }), ...(onDelete ? { onDelete } : {}), ...(inverseOf === undefined ? {} : { inverseOf }), ...(table === undefined ? {} : { table }), ...(through ? { through } : {}) };
}

/** `Pet.Type`. */
function typeNamed(evaluation: Evaluation, expression: Expression, site: Site): Entity | undefined {
  const [value] = expression.kind === "member" ? evaluation.evaluate(expression.object, site) : [];
  return value?.kind === "type" ? { declaration: value.declaration, model: value.model } : undefined;
}

function calledName({ callee }: Call): string | undefined {
  return callee.kind === "member" || callee.kind === "name" ? callee.name : undefined;
}

/** What the builders' methods end with: `Pets` and `PetIDs`, of one row `Owner` and `OwnerID`. */
function namesOf({ name, unique }: Edge): readonly string[] {
  return [pascal(name), unique ? `${pascal(name)}ID` : `${pascal(singular(name))}IDs`];
}

/** github.com/ent/ent, entc/gen/func.go, "pascal". */
function pascal(name: string): string {
  return name
    .split(/[_-]/)
    .map((word) => (ACRONYMS.has(word.toUpperCase()) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("");
}

const ACRONYMS = new Set("ACL API ASCII AWS CPU CSS DNS EOF GB GUID HCL HTML HTTP HTTPS ID IP JSON KB LHS MAC MB QPS RAM RHS RPC SLA SMTP SQL SSH SSO TCP TLS TTL UDP UI UID URI URL UTF8 UUID VM XML XMPP XSRF XSS".split(" "));
