import type { ClientValue, Site, TableReference } from "../evaluate/value.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import { hasArgument } from "../evaluate/expressions/has-argument.ts";
import { placeOfWrite } from "../evaluate/tables/place-of-write.ts";
import type { ArgumentTest } from "../model/argument-test.ts";
import type { ClientMember, RowOrigin } from "../model/client-member.ts";
import type { Operation } from "../model/sql-statement.ts";
import type { Call } from "../model/syntax.ts";
import { flushedUses } from "./flushed-rows.ts";
import { graphUses } from "./graph-rows.ts";
import { isHandedLater } from "./handed-later.ts";
import { heldUses } from "./held-relation.ts";
import { includedUses } from "./included-rows.ts";
import { nestedUses } from "./nested-rows.ts";
import { rowsInside } from "./rows-inside.ts";
import { savedUses } from "./saved-relations.ts";
import type { TableUse } from "./client-use.ts";

/** The tables that a call of a library accesses without a statement: `CopyFrom`, `knex("users").insert(row)`, `db.Create(&user)`. */
export function tableUses(callee: ClientValue, call: Call, site: Site, evaluator: Evaluator, common: Pick<TableUse, "via" | "call" | "scope" | "dialect" | "place">): readonly TableUse[] {
  const { onlyWith, operationFor } = callee.member;
  const isGiven = (test: ArgumentTest): boolean => hasArgument(test, call, (argument) => evaluator.valuesOf(argument, site));
  const operation = operationFor && isGiven(operationFor) ? operationFor.operation : operationOf(callee);
  if (!operation || (onlyWith && !isGiven(onlyWith))) return [];
  if (callee.member.flushes && !callee.member.table) return flushedUses(callee, call, site, evaluator, common);
  const named = evaluator.tablesNamed(callee, call, site);
  const tables = named.length > 0 || !callee.receiver?.table ? named : [callee.receiver.table];
  const origins = callee.member.byOrigin || callee.member.ofLoaded ? originsOf(tables, call, site, evaluator) : [];
  if (callee.member.ofLoaded && origins.length > 0 && origins.every((origin) => origin === "new")) return [];
  const { joins, unlessHandedTo } = callee.member;
  if (unlessHandedTo && isHandedLater(call, site, unlessHandedTo)) return [];
  const own = tables.flatMap((reference): TableUse | readonly TableUse[] => heldUses(reference, callee, call, site, evaluator, common) ?? {
    ...common,
    kind: "table",
    operation: callee.member.byOrigin ? operationByOrigin(originsOfTable(reference, tables) ?? origins, operation) : operationOnRelation(callee.member, reference, operation),
    table: (joins && reference.joining) ?? reference.table,
    tablePlace: (callee.member.amends && callee.receiver?.writtenAt) || (callee.member.byOrigin && reference.writtenAt) || placeOfWrite(reference, call, site),
    namedAt: reference.place,
    ...(reference.table ? {} : { unresolved: reference.reason ?? "its name is made at run time" }),
    ...(reference.parameterOf ? { parameterOf: reference.parameterOf } : {}),
    ...(operation === "create-table" || operation === "alter-table" ? { defines: evaluator.columnsOf(reference, callee, call, site) } : {}),
  });
  const joined = callee.member.alsoJoins ? joiningUses(callee.member.alsoJoins, tables, call, site, common) : [];
  const cascaded = callee.member.cascades ? newRows(callee, call, site, evaluator, common) : [];
  if (cascaded.length > 0 && !callee.receiver?.table?.joining) return cascaded;
  return [...withoutSame(own), ...joined, ...cascaded, ...nestedUses(callee, call, site, evaluator, common), ...graphUses(callee, operation, call, site, evaluator, common), ...includedUses(callee, operation, call, site, evaluator, common), ...withoutSame(rowsInside(callee, operation, tables, call, site, evaluator, common)), ...withoutSame(savedUses(callee, tables, call, site, evaluator, common)), ...flushedUses(callee, call, site, evaluator, common)];
}

/** A row that may be a new or a loaded one is written once. */
function withoutSame(uses: readonly TableUse[]): readonly TableUse[] {
  const keyOf = ({ operation, table }: TableUse): string => (table ? `${operation} ${table.database}.${table.schema}.${table.name}` : "");
  return uses.filter((use, index) => keyOf(use) === "" || uses.findIndex((other) => keyOf(other) === keyOf(use)) === index);
}

/** What a call does where it is of a relation: to the table that joins the models, or to rows that leave it. */
function operationOnRelation({ joins, orphans }: ClientMember, reference: TableReference, operation: Operation): Operation {
  if (joins && reference.joining) return joins;
  return orphans && reference.orphans ? orphans : operation;
}

function joiningUses(operation: Operation, tables: readonly TableReference[], call: Call, site: Site, common: Parameters<typeof tableUses>[4]): readonly TableUse[] {
  return tables.flatMap(({ joining, place }) => (joining ? [{ ...common, kind: "table", operation, table: joining, tablePlace: placeOfWrite({ table: joining, place }, call, site), namedAt: place }] : []));
}

/** The new rows that a call is given, each written where the call that made it says so. */
function newRows(callee: ClientValue, call: Call, site: Site, evaluator: Evaluator, common: Parameters<typeof tableUses>[4]): readonly TableUse[] {
  const given = evaluator.tablesNamed({ ...callee, member: { table: { argument: 0, rest: true, list: true } } }, call, site);
  return given.flatMap((reference): readonly TableUse[] => {
    if (!reference.table || reference.origin !== "new") return [];
    return [{ ...common, kind: "table", operation: "insert", table: reference.table, tablePlace: reference.writtenAt ?? placeOfWrite(reference, call, site), namedAt: reference.place }];
  });
}

/** A call that names the table of a chain does what the chain before it was to do. */
function operationOf({ member, receiver }: ClientValue): Operation | undefined {
  if (member.amends && !receiver?.writtenAt) return undefined;
  if (member.joins && receiver?.table?.joining) return member.joins;
  return member.operation ?? (member.table ? receiver?.pending : undefined);
}

/** Of the row that is handed over, else of the one before the dot. */
function originsOf(tables: readonly TableReference[], call: Call, site: Site, evaluator: Evaluator): readonly (RowOrigin | undefined)[] {
  const [row] = call.arguments;
  const rows = row ? evaluator.valuesOf(row, site).filter((value) => value.kind === "instance") : [];
  return rows.length > 0 ? rows.map((value) => value.table?.origin ?? (value.isNew ? "new" : undefined)) : tables.map(({ origin }) => origin);
}

/** Where rows of several tables are written at once, each table goes by its own rows. */
function originsOfTable({ table, origin }: TableReference, tables: readonly TableReference[]): readonly (RowOrigin | undefined)[] | undefined {
  const rows = tables.filter((each) => each.table?.name === table?.name);
  return origin && rows.length < tables.length ? rows.map((row) => row.origin) : undefined;
}

/** New rows are inserted, loaded ones updated; what may be either keeps the operation given. */
function operationByOrigin(origins: readonly (RowOrigin | undefined)[], either: Operation): Operation {
  const [origin, ...others] = new Set(origins);
  if (origin === undefined || others.length > 0) return either;
  return origin === "new" ? "insert" : "update";
}
