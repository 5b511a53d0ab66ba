import type { Evaluator } from "../evaluate/evaluator.ts";
import type { ClientValue, CompositeValue, Entity, Site, TableReference, Value, Values } from "../evaluate/value.ts";
import type { RowsInside } from "../model/client-member.ts";
import type { Operation } from "../model/sql-statement.ts";
import type { Call, Expression } from "../model/syntax.ts";
import type { TableUse } from "./client-use.ts";
import { type Common, type Entry, entriesOf, MAX_RELATIONS, rowsOf, useInside } from "./nested-rows.ts";

/**
 * The tables of related rows that a call writes with the row that it is given, as the literal of that row says or what its variable is
 * given later: rows that hold the key of the relation, those of a table that joins the two, and new rows
 * (gorm.io/docs/associations.html, "Auto Create/Update").
 */
export function rowsInside(callee: ClientValue, operation: Operation, tables: readonly TableReference[], call: Call, site: Site, evaluator: Evaluator, common: Common): readonly TableUse[] {
  const { inside } = callee.member;
  const argument = inside && call.arguments[inside.row];
  const entity = tables.length === 1 ? tables[0]!.entity : undefined;
  if (!inside || !argument || !entity) return [];
  const left = leftOut(call.callee, inside);
  if (left === "all") return [];
  const { callee: named } = call;
  const place = { path: site.model.file.path, span: named.kind === "member" ? named.nameSpan : named.span };
  const found: TableUse[] = [];
  const visit = ({ row, of, depth }: { readonly row: CompositeValue; readonly of: Entity; readonly depth: number }): void => {
    for (const entry of depth > MAX_RELATIONS ? [] : entriesOf(row, evaluator)) {
      const relation = left.has(entry.name) ? undefined : evaluator.structRelation(of, entry.name, callee.library, isIn(entry, call, site) ? entry.place : place);
      const values = relation ? entry.values() : [];
      if (!relation || !isGiven(values)) continue;
      const rows = values.flatMap((value) => rowsOf(value, evaluator)).filter((each) => each.node.entries.length > 0);
      if (relation.joining) found.push(useInside(relation.joining, "insert", common));
      if (relation.keptBy === "related") found.push(useInside(relation.related, operation, common));
      else if (rows.some((each) => !hasKey(each))) found.push(useInside(relation.related, "insert", common));
      for (const each of rows) visit({ row: each, of: relation.related.entity, depth: depth + 1 });
    }
  };
  for (const row of evaluator.valuesOf(argument, site).flatMap((value) => rowsOf(value, evaluator))) visit({ row, of: entity, depth: 0 });
  return found;
}

/** The relations that the chain before the call leaves out; all where it says which columns alone are written. */
function leftOut(callee: Expression, { omits, all, selects }: RowsInside): ReadonlySet<string> | "all" {
  const names = new Set<string>();
  for (let before = callee; before.kind === "member"; ) {
    const call: Expression = before.object;
    if (call.kind !== "call" || call.callee.kind !== "member") break;
    if (selects.includes(call.callee.name)) return "all";
    for (const argument of omits.includes(call.callee.name) ? call.arguments : []) {
      if (argument.kind === "member" && argument.name === all) return "all";
      if (argument.kind === "text" && argument.parts[0]?.kind === "run") names.add(argument.parts[0].text);
    }
    before = call.callee;
  }
  return names;
}

function isIn({ place: { path, span } }: Entry, call: Call, { model }: Site): boolean {
  return path === model.file.path && call.span.start <= span.start && span.end <= call.span.end;
}

/** Nothing is related by `nil` and an empty list. */
function isGiven(values: Values): boolean {
  return values.some((value) => !isEmpty(value));
}

function isEmpty(value: Value): boolean {
  if (value.kind === "unknown") return value.reason === "it is nil";
  return (value.kind === "composite" && value.node.form === "list" && value.node.entries.length === 0) || (value.kind === "list" && value.elements.length === 0 && !value.of);
}

/** A row with a key may be there already. */
function hasKey({ node }: CompositeValue): boolean {
  return node.entries.some(({ name, value }) => name?.toLowerCase() === "id" || (value.kind === "composite" && value.entries.some((entry) => entry.name?.toLowerCase() === "id")));
}
