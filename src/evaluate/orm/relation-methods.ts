import type { ClientLibrary } from "../../model/client.ts";
import type { DeclaredKey } from "../../model/declared-table.ts";
import type { RelationMethods } from "../../model/relation-rules.ts";
import type { Operation } from "../../model/sql-statement.ts";
import type { SourceModel } from "../../model/source-model.ts";
import type { Member } from "../../model/syntax.ts";
import type { Evaluation } from "../evaluator.ts";
import { relationsIn, type Relation } from "./find-relations.ts";
import { relationsOfEdges } from "./schema-edges.ts";
import { isTable } from "../tables/same-table.ts";
import type { ClientInstance } from "../libraries.ts";
import type { ClientValue, TableReference, Type, Values } from "../value.ts";

interface RelationMethod {
  readonly relation: Relation;
  readonly verb: keyof RelationMethods["verbs"] | undefined;
  /** It is what rows that come by way of a joining table have: the row of that table (sequelize.org/docs/v6/advanced-association-concepts/advanced-many-to-many). */
  readonly isJoining?: boolean;
}

interface RelationIndex {
  readonly library: ClientLibrary;
  readonly rules: RelationMethods;
  readonly relations: readonly Relation[];
  /** By the names of methods, and of the properties under which related rows stand. */
  readonly methods: ReadonlyMap<string, readonly RelationMethod[]>;
}

const indexes = new WeakMap<Evaluation["world"], Map<ClientLibrary, RelationIndex | undefined>>();

/** Reads which models of the project are related, for the library; `evaluate` begins a new evaluation each time. The names of the methods that rows have by it. */
export function indexRelations(evaluation: Evaluation, library: ClientLibrary): ReadonlySet<string> {
  const known = indexes.get(evaluation.world) ?? new Map<ClientLibrary, RelationIndex | undefined>();
  indexes.set(evaluation.world, known);
  const rules = library.entities?.relations?.methods;
  if (!known.has(library) && rules) {
    const relations = relationsOf(evaluation, library, rules);
    known.set(library, { library, rules, relations, methods: methodsOf(relations, rules) });
  }
  const methods = known.get(library)?.methods ?? new Map<string, readonly RelationMethod[]>();
  return new Set([...methods].flatMap(([name, each]) => (each.some(({ verb }) => verb !== undefined) ? [name] : [])));
}

/** The foreign keys that the library's relations between models of the project make. */
export function keysOfRelations(evaluation: Evaluation, library: ClientLibrary): readonly DeclaredKey[] {
  indexRelations(evaluation, library);
  return (indexes.get(evaluation.world)?.get(library)?.relations ?? []).flatMap(({ keys }) => keys);
}

function relationsOf(evaluation: Evaluation, library: ClientLibrary, rules: RelationMethods): readonly Relation[] {
  const { models } = evaluation.world;
  const { edges } = rules;
  const words = edges ? [edges.word] : Object.keys(rules.calls);
  const paths = new Set(words.flatMap((word) => models.mentioning(library.language, word)));
  return [...paths].flatMap((path) => {
    const model = models.of(path);
    if (!model) return [];
    return edges ? relationsOfEdges(evaluation, library, edges, model) : relationsIn(evaluation, library, rules, model);
  });
}

function methodsOf(relations: readonly Relation[], rules: RelationMethods): ReadonlyMap<string, readonly RelationMethod[]> {
  const methods = new Map<string, RelationMethod[]>();
  const add = (name: string, method: RelationMethod): void => void methods.set(name, [...(methods.get(name) ?? []), method]);
  for (const relation of relations) {
    if (relation.joiningName !== undefined && !rules.edges) add(relation.joiningName, { relation, verb: undefined, isJoining: true });
    for (const name of relation.names) {
      if (!rules.edges) add(name, { relation, verb: undefined });
      for (const [verb, { many = relation.kind.many }] of Object.entries(rules.verbs)) if (many === relation.kind.many) add(`${verb}${name.charAt(0).toUpperCase()}${name.slice(1)}`, { relation, verb });
    }
  }
  return methods;
}

/** The relations of a model that the calls of the library declare, of one whose relations were read. */
export function relationsOfModel(evaluation: Evaluation, library: ClientLibrary, owner: TableReference): readonly Relation[] {
  const methods = indexes.get(evaluation.world)?.get(library)?.methods.values() ?? [];
  return [...new Set([...methods].flat().flatMap(({ relation, verb, isJoining }) => (verb === undefined && !isJoining && owner.table && isTable(relation.owner, owner) ? [relation] : [])))];
}

/** What a row has by a relation of its model: a method that writes or reads, or a property that holds related rows. Undefined where it has none of that name. */
export function memberByRelation(evaluation: Evaluation, { type, table }: ClientInstance, name: string): Values | undefined {
  const isOwn = table?.entity?.declaration.methods.some((method) => method.name === name && method.body) === true;
  const index = table?.table && !isOwn && indexes.get(evaluation.world)?.get(type.library);
  const found = index ? (index.methods.get(name) ?? []).filter(({ relation, isJoining }) => isTable(isJoining ? relation.related : relation.owner, table)) : [];
  const values = found.flatMap((method) => valuesOf(evaluation, index as RelationIndex, method, name));
  return values.length > 0 ? values : undefined;
}

/**
 * The method of a row of which nothing is told but that it is named after the model, or ends with its name: `newPet.addVisit(visit)`.
 */
export function methodByRelation(evaluation: Evaluation, { object, name }: Member, { file: { language } }: SourceModel): Values | undefined {
  const called = object.kind === "name" || object.kind === "member" ? object.name.toLowerCase() : undefined;
  if (called === undefined) return undefined;
  for (const [library, index] of indexes.get(evaluation.world) ?? []) {
    const found = library.language !== language ? undefined : index?.methods.get(name)?.filter(({ relation, verb }) => verb !== undefined && relation.ownerName !== undefined && called.endsWith(relation.ownerName.toLowerCase()));
    if (index && found && found.length > 0 && found.every(({ relation }) => isTable(relation.owner, found[0]!.relation.owner))) return found.flatMap((method) => valuesOf(evaluation, index, method, name));
  }
  return undefined;
}

function valuesOf(evaluation: Evaluation, { library, rules }: RelationIndex, { relation, verb, isJoining }: RelationMethod, name: string): Values {
  const row = evaluation.world.libraries.typeNamed(library, rules.row);
  if (!row) return [];
  if (isJoining) return [{ kind: "instance", type: row, table: { ...joiningOf(relation), origin: "loaded" } }];
  const { related, kind } = relation;
  if (verb === undefined) return [{ kind: "instance", type: kind.many ? { kind: "list", element: row } : row, table: { ...related, origin: "loaded" } }];
  const done = rules.verbs[verb]!;
  const returns = done.gives ? (done.one || !kind.many ? rules.row : `${rules.row}[]`) : undefined;
  const writes: readonly (readonly [Operation, TableReference])[] = [
    ...(done.related ? [[done.related, related] as const] : []),
    ...(kind.holder === "joining" ? (done.joining ?? []).map((operation) => [operation, joiningOf(relation)] as const) : []),
    ...(kind.holder === "joining" || !done.key ? [] : kind.holder === "owner" ? [[done.key, relation.owner] as const] : done.related ? [] : [[done.key, related] as const]),
  ];
  if (writes.length === 0) return returns === undefined ? [] : [methodOf(library, name, row, related, returns, undefined)];
  return writes.map(([operation, table]) => methodOf(library, name, row, table, table === related ? returns : undefined, operation));
}

function methodOf(library: ClientLibrary, name: string, type: Type, table: TableReference, returns: string | undefined, operation: Operation | undefined): ClientValue {
  const member = { ...(operation ? { operation } : {}), table: { argument: "receiver" }, ...(returns === undefined ? {} : { returns }), origin: "loaded" } as const;
  return { kind: "client", library, member, name, receiver: { kind: "instance", type, table } };
}

function joiningOf({ joining, owner: { place } }: Relation): TableReference {
  return joining ?? { table: undefined, place, reason: "the relation does not say which table joins the models" };
}

