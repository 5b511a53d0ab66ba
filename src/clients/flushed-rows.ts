import type { Evaluator } from "../evaluate/evaluator.ts";
import { decoratorName } from "../evaluate/tables/table-of-entity.ts";
import { isTable } from "../evaluate/tables/same-table.ts";
import type { ClientValue, Entity, Site, TableReference, Value } from "../evaluate/value.ts";
import type { FlushedRows } from "../model/client-member.ts";
import type { ClientLibrary } from "../model/client.ts";
import type { Place, Span } from "../model/place.ts";
import type { Scope, SourceModel } from "../model/source-model.ts";
import type { Call, Expression, Member, Statement } from "../model/syntax.ts";
import { walkSyntax } from "../model/walk-syntax.ts";
import type { TableUse } from "./client-use.ts";
import { isHandedTo } from "./handed-later.ts";
import type { Common } from "./nested-rows.ts";

/**
 * What a call that writes whatever has changed does to the tables of rows which the function around it has set fields of, since it
 * last made such a call: `pet.name = "Rex"; await em.flush()`. Rows of which another call tells the write, and new ones, are left to that call.
 */
export function flushedUses(callee: ClientValue, call: Call, site: Site, evaluator: Evaluator, common: Common): readonly TableUse[] {
  const { flushes } = callee.member;
  const body = flushes && bodyOf(flushes, call, site.model);
  if (!body) return [];
  const place = { path: site.model.file.path, span: call.callee.kind === "member" ? call.callee.nameSpan : call.callee.span };
  const { settings, since } = settingsBefore(call, body, flushes, site.model);
  const found: { readonly row: TableReference; readonly at: Place }[] = [];
  for (const { target, span } of settings) {
    const row = isToldElsewhere(target.object, body, flushes, { start: since, end: call.span.end }) ? undefined : rowIn(evaluator.valuesOf(target.object, site), target.name, callee.library, evaluator, place);
    if (row) found.push({ row, at: flushes.inside === undefined ? place : { path: place.path, span } });
  }
  // The last place where a row is set stands nearest to where it is written.
  return found.filter(({ row }, index) => !found.slice(index + 1).some((other) => isTable(other.row, row))).map(({ row, at }) => ({ ...common, kind: "table", operation: "update", table: row.table, tablePlace: at, namedAt: row.place }));
}

interface Body {
  readonly statements: readonly Statement[];
  readonly end: number;
}

/** The function around a call up to the call, or the one that it is given. */
function bodyOf({ inside }: FlushedRows, call: Call, model: SourceModel): Body | undefined {
  if (inside !== undefined) {
    const given = call.arguments[inside];
    return given?.kind === "function" && given.body ? { statements: given.body.statements, end: given.span.end } : undefined;
  }
  for (let scope: Scope | undefined = model.scopeAt(call.span.start); scope; scope = scope.parent) if (scope.function?.body) return { statements: scope.function.body.statements, end: call.span.start };
  return undefined;
}

/** A field of a row that is set, or a list in one that grows. */
interface Setting {
  readonly target: Member;
  readonly span: Span;
}

/** Those behind the last call of the same handle that has written what had changed. */
function settingsBefore(call: Call, { statements, end }: Body, { methods, growing }: FlushedRows, { file }: SourceModel): { readonly settings: readonly Setting[]; readonly since: number } {
  const handle = handleOf(call, file.text);
  const settings: Setting[] = [];
  let since = -1;
  walkSyntax(statements, (node) => {
    if (node.span.start >= end) return false;
    if (node.kind === "call" && node.callee.kind === "member") {
      if (methods.includes(node.callee.name) && node.span.end <= end && handleOf(node, file.text) === handle) since = node.span.end;
      if (growing.includes(node.callee.name) && node.callee.object.kind === "member") settings.push({ target: node.callee.object, span: node.callee.object.nameSpan });
    }
    if (node.kind === "assignment") for (const target of node.targets) if (target.kind === "member") settings.push({ target, span: target.nameSpan });
    return true;
  });
  return { settings: settings.filter(({ span }) => span.start > since), since };
}

/** What the chain of a call begins with, as it is written: `em` of `em.persist(pet).flush()`. */
function handleOf(call: Call, text: string): string {
  let first: Expression = call;
  while (first.kind === "call" && first.callee.kind === "member") first = first.callee.object;
  return text.slice(first.span.start, first.span.end);
}

function isToldElsewhere(row: Expression, { statements }: Body, { told }: FlushedRows, within: Span): boolean {
  return row.kind === "name" && isHandedTo(row.name, statements, told, within);
}

/** The row that a field is of, where it comes from the database and the field keeps a column. */
function rowIn(values: readonly Value[], field: string, library: ClientLibrary, evaluator: Evaluator, place: Place): TableReference | undefined {
  for (const value of values) {
    if (value.kind !== "instance" || value.isNew || value.isSelf) continue;
    const row = value.type.kind === "client" && value.type.library === library ? value.table : value.type.kind === "declared" ? evaluator.tableOfModel(value.type, library, place) : undefined;
    if (row?.table && row.entity && row.origin !== "new" && keepsColumn(row.entity, field, library)) return row;
  }
  return undefined;
}

/** Of a class with decorators a field has one, but not of a relation to many rows, nor one that says that it is not kept. */
function keepsColumn({ declaration: { fields } }: Entity, name: string, library: ClientLibrary): boolean {
  const field = fields.find((each) => each.name === name);
  if (!field || fields.every(({ decorators }) => decorators.length === 0)) return true;
  const relations = library.entities?.relations?.decorators ?? {};
  return field.decorators.some((decorator) => {
    const named = decoratorName(decorator) ?? "";
    const options = decorator.kind === "call" ? decorator.arguments.flatMap((argument) => (argument.kind === "composite" ? argument.entries : [])) : [];
    const isOff = options.some((entry) => entry.name === "persist" && entry.value.kind !== "composite");
    return !isOff && (!Object.hasOwn(relations, named) || relations[named]!.holder !== undefined);
  });
}
