import type { Evaluator } from "../evaluate/evaluator.ts";
import { membersAssigned } from "../evaluate/expressions/grown-object.ts";
import { implicitJoinTable } from "../evaluate/orm/implicit-join-table.ts";
import type { ClientValue, CompositeValue, Entity, Site, TableReference, Value, Values } from "../evaluate/value.ts";
import type { NestedRows } from "../model/client-member.ts";
import type { Operation } from "../model/sql-statement.ts";
import type { Call, Expression, Field } from "../model/syntax.ts";
import type { TableUse } from "./client-use.ts";

export type Common = Pick<TableUse, "via" | "call" | "scope" | "dialect" | "place">;

/** The tables of related models that a call writes, as the object with its rows says. */
export function nestedUses(callee: ClientValue, call: Call, site: Site, evaluator: Evaluator, common: Common): readonly TableUse[] {
  const { nested } = callee.member;
  const entity = callee.receiver?.table?.entity;
  const argument = nested && call.arguments[nested.argument];
  if (!nested || !entity || !argument) return [];
  const found: Found[] = [];
  const rows = under(evaluator.valuesOf(argument, site), nested.rows, evaluator);
  for (const row of rows) visitRow({ nested, evaluator, callee, found }, row, entity, 0);
  return found.map(({ operation, reference }) => useInside(reference, operation, common));
}

/** What a call does to a table that is named inside of its rows. */
export function useInside(reference: TableReference, operation: Operation, common: Common): TableUse {
  return {
    ...common,
    kind: "table",
    operation,
    table: reference.table,
    tablePlace: reference.place,
    namedAt: reference.place,
    ...(reference.table ? {} : { unresolved: reference.reason ?? "its name is made at run time" }),
  };
}

interface Found {
  readonly operation: Operation;
  readonly reference: TableReference;
}

interface Visit {
  readonly nested: NestedRows;
  readonly evaluator: Evaluator;
  readonly callee: ClientValue;
  readonly found: Found[];
}

export const MAX_RELATIONS = 8;

function visitRow(visit: Visit, row: Value, entity: Entity, depth: number): void {
  if (depth > MAX_RELATIONS) return;
  for (const each of rowsOf(row, visit.evaluator)) {
    for (const entry of entriesOf(each, visit.evaluator)) {
      const field = entity.declaration.fields.find(({ name }) => name === entry.name);
      const related = field && visit.evaluator.relatedModel(entity, field);
      if (field && related) for (const value of entry.values()) visitRelation(visit, value, entity, field, related, depth);
    }
  }
}

function visitRelation(visit: Visit, value: Value, entity: Entity, field: Field, related: Entity, depth: number): void {
  const { nested, evaluator, callee, found } = visit;
  if (value.kind !== "composite") return;
  for (const entry of entriesOf(value, evaluator)) {
    const operation = Object.hasOwn(nested.operations, entry.name) ? nested.operations[entry.name] : undefined;
    if (operation) {
      found.push({ operation, reference: evaluator.tableOfModel(related, callee.library, entry.place) });
      for (const each of nested.joins[entry.name] ?? []) found.push(...joiningRow(visit, each, entity, field, related, entry));
      const rows = [...entry.values(), ...under(entry.values(), nested.rows, evaluator)];
      for (const row of rows) visitRow(visit, row, related, depth + 1);
    } else if (nested.links.includes(entry.name) && !holdsKey(field, nested) && related.declaration !== entity.declaration) {
      const joining = (nested.joins[entry.name] ?? []).flatMap((each) => joiningRow(visit, each, entity, field, related, entry));
      if (joining.length > 0) found.push(...joining);
      else found.push({ operation: "update", reference: evaluator.tableOfModel(related, callee.library, entry.place) });
    }
  }
}

/** What is done to the table that joins the two models; nothing of a relation without one. */
function joiningRow(visit: Visit, operation: Operation, entity: Entity, field: Field, related: Entity, { place }: Entry): readonly Found[] {
  const name = holdsKey(field, visit.nested) ? undefined : implicitJoinTable(entity, field, related, (each, of) => visit.evaluator.relatedModel(each, of), visit.nested.holder.decorator);
  return name === undefined ? [] : [{ operation, reference: { table: { name, quoted: false }, place } }];
}

/** Whether the relation's foreign key stands in the field's own model. */
function holdsKey(field: Field, { holder }: NestedRows): boolean {
  return field.decorators.some(
    (decorator) =>
      decorator.kind === "call" &&
      decorator.callee.kind === "name" &&
      decorator.callee.name === holder.decorator &&
      decorator.arguments.some((argument) => argument.kind === "composite" && argument.entries.some((entry) => entry.name === holder.key)),
  );
}

export interface Entry {
  readonly name: string;
  readonly place: TableReference["place"];
  readonly written: Expression;
  /** Evaluated when asked for: most entries of a row are columns. */
  values(): Values;
}

/** The entries of an object whose keys are written, those of objects spread into it and of members that its variable is given later too: `data.pets = { create: pet }`. */
export function entriesOf(value: CompositeValue, evaluator: Evaluator): readonly Entry[] {
  const { path } = value.site.model.file;
  const later = membersAssigned(value).map(({ target, value: written }): Entry => ({ name: target.name, written, place: { path, span: target.nameSpan }, values: () => evaluator.valuesOf(written, value.site) }));
  const own = value.node.entries.flatMap((entry): readonly Entry[] => {
    const values = (): Values => evaluator.valuesOf(entry.value, value.site);
    if (entry.value.kind === "spread") return values().flatMap((each) => (each.kind === "composite" && each.node !== value.node ? entriesOf(each, evaluator) : []));
    return entry.name === undefined ? [] : [{ name: entry.name, written: entry.value, place: { path, span: entry.key?.span ?? entry.value.span }, values }];
  });
  return later.length > 0 ? [...own, ...later] : own;
}

/** An object, or the objects of a list. */
export function rowsOf(row: Value, evaluator: Evaluator): readonly CompositeValue[] {
  if (row.kind === "composite" && row.node.form === "record") return [row];
  const elements = row.kind === "composite" ? row.node.entries.flatMap((entry) => evaluator.valuesOf(entry.value, row.site)) : row.kind === "list" ? row.elements.flat() : [];
  return elements.filter((each): each is CompositeValue => each.kind === "composite" && each.node.form === "record");
}

function under(values: Values, keys: readonly string[], evaluator: Evaluator): readonly Value[] {
  return values.flatMap((value) => (value.kind === "composite" ? entriesOf(value, evaluator).flatMap((entry) => (keys.includes(entry.name) ? entry.values() : [])) : []));
}
