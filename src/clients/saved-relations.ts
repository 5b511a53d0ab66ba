import type { Evaluator } from "../evaluate/evaluator.ts";
import { lookUp } from "../evaluate/expressions/evaluate-name.ts";
import { isTrue } from "../evaluate/expressions/is-true.ts";
import { decoratorName } from "../evaluate/tables/table-of-entity.ts";
import { isTable } from "../evaluate/tables/same-table.ts";
import type { ClientValue, Site, TableReference, Value } from "../evaluate/value.ts";
import type { SavedRelations } from "../model/client-member.ts";
import type { Operation, TableName } from "../model/sql-statement.ts";
import type { Scope } from "../model/source-model.ts";
import type { Call, Composite, Expression, Field, FunctionNode, Member, Statement } from "../model/syntax.ts";
import { walkSyntax } from "../model/walk-syntax.ts";
import type { TableUse } from "./client-use.ts";
import type { Common } from "./nested-rows.ts";

/**
 * What a call that saves a row does to the tables of relations that the function around it has set on the row, or that the literal
 * names of which the row is made: rows of a joining table come and go, and new rows of a relation that cascades are written.
 */
export function savedUses(callee: ClientValue, tables: readonly TableReference[], call: Call, site: Site, evaluator: Evaluator, common: Common): readonly TableUse[] {
  const { saves } = callee.member;
  const row = saves && rowOf(saves, call);
  if (!row) return [];
  const owners = tables.filter((owner, index) => owner.entity && tables.findIndex((other) => isTable(owner, other)) === index);
  return owners.flatMap((owner) => {
    const fields = (owner.entity?.declaration.fields ?? []).flatMap((field) => relationIn(field, callee) ?? []);
    const changes = fields.length === 0 ? [] : [...literalsOf(row, saves, site, 0).flatMap((literal) => changesIn(literal, fields)), ...changesAround(row, fields, call, site, saves)];
    return changes.flatMap((change) => usesOf(change, callee, saves, owner, call, site, evaluator, common));
  });
}

interface RelationField {
  readonly field: Field;
  readonly name: string;
  readonly cascades: boolean;
}

interface Change {
  readonly relation: RelationField;
  readonly value: Expression;
  readonly joining: Operation;
}

function rowOf({ row }: SavedRelations, { callee, arguments: given }: Call): Expression | undefined {
  if (row === "receiver") return callee.kind === "member" ? callee.object : undefined;
  // `save(Pet, pet)`, `save(pet, options)`.
  return given.length > 1 && given[0]?.kind === "name" && /^[A-Z]/.test(given[0].name) ? given[1] : given[row];
}

/** A field whose relation is kept by a joining table, or saves the related rows too. */
function relationIn(field: Field, { library }: ClientValue): RelationField | undefined {
  const rules = library.entities?.relations?.decorators ?? {};
  for (const decorator of field.decorators) {
    const named = decoratorName(decorator) ?? "";
    const how = Object.hasOwn(rules, named) ? rules[named] : undefined;
    const options = decorator.kind === "call" ? decorator.arguments.flatMap((argument) => (argument.kind === "composite" ? argument.entries : [])) : [];
    const cascade = how?.cascade === undefined ? undefined : options.find((entry) => entry.name === how.cascade)?.value;
    const cascades = cascade !== undefined && (isTrue(cascade) || cascade.kind === "composite");
    if (how && (how.joinedBy || cascades)) return { field, name: field.name, cascades };
  }
  return undefined;
}

const MAX_STEPS = 6;

/** The object literals that a row is made of: `repository.create({ … })`, also of each of a list. */
function literalsOf(row: Expression, how: SavedRelations, site: Site, depth: number): readonly Composite[] {
  const inside = (next: Expression): readonly Composite[] => literalsOf(next, how, site, depth + 1);
  if (depth > MAX_STEPS) return [];
  switch (row.kind) {
    case "composite":
      return row.form === "record" ? [row, ...row.entries.flatMap(({ value }) => (value.kind === "spread" ? inside(value.operand) : []))] : row.entries.flatMap(({ value }) => inside(value));
    case "spread":
    case "unary":
    case "conversion":
      return inside(row.operand);
    case "conditional":
      return [row.then, row.otherwise].flatMap(inside);
    case "binary":
      return [row.left, row.right].flatMap(inside);
    case "name": {
      const binding = lookUp(site.model.scopeAt(row.span.start), row.name);
      return [...(binding?.value && !binding.part ? [binding.value] : []), ...(binding?.assignments ?? []).map(({ value }) => value)].flatMap(inside);
    }
    case "call": {
      if (row.callee.kind !== "member") return [];
      if (how.makers.includes(row.callee.name)) return row.arguments.flatMap(inside);
      return row.callee.name === "map" ? row.arguments.flatMap((argument) => (argument.kind === "function" ? returnedBy(argument).flatMap(inside) : [])) : [];
    }
    default:
      return [];
  }
}

function returnedBy(node: Expression & { kind: "function" }): readonly Expression[] {
  return (node.body?.statements ?? []).flatMap((statement) => (statement.kind === "return" ? statement.values : []));
}

function changesIn({ entries }: Composite, fields: readonly RelationField[]): readonly Change[] {
  return entries.flatMap(({ name, value }) => {
    const relation = fields.find((field) => field.name === name);
    return relation && !isNothing(value) && !isEmpty(value) ? [{ relation, value, joining: "insert" }] : [];
  });
}

/** `row.tags.push(tag)`, `row.tags = …` before the call in the function that declares the row, also of each of its elements. */
function changesAround(row: Expression, fields: readonly RelationField[], call: Call, site: Site, { adders }: SavedRelations): readonly Change[] {
  const { model } = site;
  const names = fields.filter(({ name }) => model.file.text.includes(`.${name}`));
  if (names.length === 0 || row.kind !== "name") return [];
  const changes: Change[] = [];
  const ofElements = new Set<FunctionNode>();
  const isRow = (object: Expression): boolean => {
    if (object.kind !== "name" || object.name === row.name) return object.kind === "name";
    const { part, value, parameter } = lookUp(model.scopeAt(object.span.start), object.name) ?? {};
    return (part?.kind === "element" && value?.kind === "name" && value.name === row.name) || (parameter?.index === 0 && ofElements.has(parameter.function));
  };
  walkSyntax(bodyAround(row, call, site), (node) => {
    if (node.span.start >= call.span.start) return false;
    if (node.kind === "call" && node.callee.kind === "member" && node.callee.object.kind === "name" && node.callee.object.name === row.name) for (const argument of node.arguments) if (argument.kind === "function") ofElements.add(argument);
    const { target, value } = settingIn(node, adders) ?? {};
    const relation = target && names.find(({ name }) => name === target.name);
    if (target && value && relation && !isNothing(value) && isRow(target.object)) changes.push({ relation, value, joining: leavesRows(value, relation.name) ? "delete" : "insert" });
    return true;
  });
  return changes;
}

function settingIn(node: Expression | Statement, adders: readonly string[]): { readonly target: Member; readonly value: Expression | undefined } | undefined {
  const [target, value] =
    node.kind === "assignment" && node.operator === "=" ? [node.targets[0], node.values[0]]
    : node.kind === "call" && node.callee.kind === "member" && adders.includes(node.callee.name) ? [node.callee.object, node.arguments[0]]
    : [];
  return target?.kind === "member" ? { target, value } : undefined;
}

function bodyAround(row: Expression, call: Call, { model }: Site): Parameters<typeof walkSyntax>[0] {
  const scope = row.kind === "name" ? lookUp(model.scopeAt(row.span.start), row.name)?.scope : model.scopeAt(call.span.start);
  for (let next: Scope | undefined = scope; next; next = next.parent) if (next.function) return next.function.body?.statements ?? [];
  return model.statements;
}

/** `pet.tags.filter(…)`, `[]`: some go. */
function leavesRows(value: Expression, relation: string): boolean {
  return isEmpty(value) || value.kind === "call" && value.callee.kind === "member" && value.callee.name === "filter" && value.callee.object.kind === "member" && value.callee.object.name === relation;
}

function isNothing(value: Expression): boolean {
  return value.kind === "literal" || (value.kind === "name" && value.name === "undefined");
}

function isEmpty(value: Expression): boolean {
  return value.kind === "composite" && value.form === "list" && value.entries.length === 0;
}

function usesOf({ relation, value, joining }: Change, { library }: ClientValue, saves: SavedRelations, owner: TableReference, call: Call, site: Site, evaluator: Evaluator, common: Common): readonly TableUse[] {
  const { callee } = call;
  const place = { path: site.model.file.path, span: callee.kind === "member" ? callee.nameSpan : callee.span };
  const related = evaluator.tableOfRelation(owner, relation.name, library, place);
  const use = (operation: Operation, table: TableUse["table"]): TableUse => ({ ...common, kind: "table", operation, table, tablePlace: place, namedAt: place });
  const literals = relation.cascades ? literalsOf(value, saves, site, 0) : [];
  // One with a key may be there already.
  const hasKeys = literals.length > 0 && literals.every(({ entries }) => entries.some(({ name }) => name === "id"));
  const isNew = relation.cascades && !hasKeys && evaluator.valuesOf(value, site).some((each) => isNewRow(each, evaluator));
  return [...(related.joining ? [use(joining, related.joining)] : []), ...(isNew ? tablesOf(relation, related, owner, library, evaluator).map((table) => use("insert", table)) : [])];
}

/** The related model's own: that of a relation to one row stands for the table which holds its key. */
function tablesOf({ field }: RelationField, related: TableReference, { entity }: TableReference, library: ClientValue["library"], evaluator: Evaluator): readonly TableName[] {
  const model = field.type?.kind === "list" || !entity ? undefined : evaluator.relatedModel(entity, field);
  const table = field.type?.kind === "list" ? related.table : model && evaluator.tableOfModel(model, library, related.place).table;
  return table ? [table] : [];
}

function isNewRow(value: Value, evaluator: Evaluator): boolean {
  if (value.kind === "instance") return value.isNew === true || value.table?.origin === "new";
  if (value.kind === "list") return value.elements.flat().some((element) => isNewRow(element, evaluator));
  if (value.kind !== "composite") return false;
  return value.node.form === "record" || value.node.entries.some((entry) => evaluator.valuesOf(entry.value, value.site).some((element) => isNewRow(element, evaluator)));
}
