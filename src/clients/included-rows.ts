import type { Relation } from "../evaluate/orm/find-relations.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import { plainText } from "../evaluate/texts/evaluate-text.ts";
import { isTable } from "../evaluate/tables/same-table.ts";
import { type ClientValue, type Site, type TableReference, unknown, type Value, type Values } from "../evaluate/value.ts";
import type { IncludedRows } from "../model/client-member.ts";
import type { Place } from "../model/place.ts";
import type { Operation } from "../model/sql-statement.ts";
import type { Call, Expression } from "../model/syntax.ts";
import type { TableUse } from "./client-use.ts";
import { type Common, entriesOf, MAX_RELATIONS, rowsOf, useInside } from "./nested-rows.ts";

/** The tables of related models that a call writes whose options include the relations: `create({ name, pets: [{ … }] }, { include: [Pet] })`. */
export function includedUses(callee: ClientValue, operation: Operation, call: Call, site: Site, evaluator: Evaluator, common: Common): readonly TableUse[] {
  const { included } = callee.member;
  const owner = callee.receiver?.table;
  const rows = included && call.arguments[included.rows];
  const options = included && call.arguments[included.options];
  if (!rows || !options || !owner?.table) return [];
  const includes = evaluator.valuesOf(options, site).flatMap((value) => includesIn(value, included, evaluator));
  return includes.length === 0 ? [] : usesIn({ callee, included, operation, evaluator, common, isSetLater: (names) => isGiven(rows, names, site) }, evaluator.valuesOf(rows, site), includes, owner, 0);
}

interface Visit {
  readonly callee: ClientValue;
  readonly included: IncludedRows;
  readonly operation: Operation;
  readonly evaluator: Evaluator;
  readonly common: Common;
  /** Whether the variable that holds the rows is given a member of one of these names. */
  readonly isSetLater: (names: readonly string[]) => boolean;
}

/** One relation that is included, as it is written. */
interface Include {
  readonly expression: Expression;
  readonly values: Values;
  readonly place: Place;
}

function includesIn(options: Value, { under }: IncludedRows, evaluator: Evaluator): readonly Include[] {
  if (options.kind !== "composite") return [];
  const written = options.node.entries.filter(({ name }) => name === under).flatMap(({ value }) => (value.kind === "composite" && value.form === "list" ? value.entries.map((entry) => entry.value) : [value]));
  return written.map((expression) => ({ expression, values: evaluator.valuesOf(expression, options.site), place: { path: options.site.model.file.path, span: expression.span } }));
}

function usesIn(visit: Visit, rows: Values, includes: readonly Include[], owner: TableReference, depth: number): readonly TableUse[] {
  const { callee: { library }, included, operation, evaluator, common } = visit;
  if (depth > MAX_RELATIONS) return [];
  const relations = evaluator.relationsOf(owner, library);
  return includes.flatMap((include) => {
    const relation = relationMeant(include, relations, visit);
    if (!relation) return [];
    const entries = rows.flatMap((row) => rowsOf(row, evaluator)).flatMap((row) => entriesOf(row, evaluator)).filter(({ name }) => relation.names.includes(name));
    const places = entries.length > 0 ? entries.map(({ place }) => place) : rows.some((row) => mayHoldMore(row, evaluator)) || (depth === 0 && visit.isSetLater(relation.names)) ? [include.place] : [];
    const inside = include.values.flatMap((value) => includesIn(value, included, evaluator));
    const deeper = entries.length > 0 ? entries.flatMap(({ values }) => values()) : unknown("its rows are not written here");
    return [
      ...places.flatMap((place) => [relation.related, ...(relation.joining ? [relation.joining] : [])].map((table) => useInside({ ...table, place }, operation, common))),
      ...(places.length > 0 && inside.length > 0 ? usesIn(visit, deeper, inside, relation.related, depth + 1) : []),
    ];
  });
}

/** By its name, by the model that it is to, or by the name of what holds it: `Ward.Beds`. */
function relationMeant({ expression, values, place }: Include, relations: readonly Relation[], { included, evaluator, callee: { library } }: Visit): Relation | undefined {
  const said = expression.kind === "composite" ? expression.entries.filter(({ name }) => name !== undefined && included.names.includes(name)).map(({ value }) => value) : [expression];
  const objects = values.filter(({ kind }) => kind === "composite");
  const under = (key: string): Values => (objects.length > 0 ? evaluator.memberOf(objects, key) : []);
  const names = [...values, ...included.names.flatMap(under)].flatMap((value) => plainText(value) ?? []);
  const named = relations.find((relation) => relation.names.some((name) => names.includes(name)));
  const models = [...values, ...under(included.model)];
  const tables = models.flatMap((value) => (value.kind === "type" ? [evaluator.tableOfModel(value, library, place)] : value.kind === "instance" && value.table ? [value.table] : []));
  const isOf = ({ related }: Relation): boolean => tables.some((table) => isTable(related, table));
  return named ?? relations.find(isOf) ?? relations.find((relation) => said.some((each) => each.kind === "member" && relation.names.some((name) => name.toLowerCase() === each.name.toLowerCase())));
}

/** `visit.pet = pet`, of the variable that is handed over. */
function isGiven(rows: Expression, names: readonly string[], { model: { file } }: Site): boolean {
  return rows.kind === "name" && names.some((name) => file.text.includes(`${rows.name}.${name} = `));
}

/** Whether a row may have other keys than those that are written. */
function mayHoldMore(row: Value, evaluator: Evaluator): boolean {
  const rows = rowsOf(row, evaluator);
  return rows.length === 0 || rows.some(({ node, site }) => node.entries.some(({ value }) => value.kind === "spread" && evaluator.valuesOf(value, site).some(({ kind }) => kind !== "composite")));
}
