import type { Place } from "../../model/place.ts";
import type { Dialect, Operation, TableName } from "../../model/sql-statement.ts";
import type { ChainStep, IndirectWrite } from "../../model/table-access.ts";
import { type BodyWrite, type EffectSchema, type ForeignKeyFact, type ReferentialAction, type RowEvent, tableKey, type TriggerFact, type ViewFact } from "./effect-schema.ts";
import { type EngineFacts, engineFacts } from "./engine-facts.ts";
import { rowEventsOf } from "./row-events.ts";

/** A statement's own access. `statement` is its text. */
export interface DirectWrite {
  readonly operation: Operation;
  readonly table: TableName;
  readonly columns?: readonly string[] | undefined;
  readonly statement: string;
  /** A library's call makes the statement: which columns it assigns is not known. */
  readonly made?: boolean;
}

/** Longer chains are cut: no real schema has them. */
const LONGEST_CHAIN = 16;

/** Tables that a write changes besides the one that it names, each operation on each table once, with the shortest chain to it. */
export function findIndirectWrites(write: DirectWrite, schema: EffectSchema, dialect: Dialect): readonly IndirectWrite[] {
  const search = searchOf(schema, engineFacts(dialect));
  const only = /\b(?:update|from|truncate(?:\s+table)?)\s+only\b/i.test(write.statement);
  search.write({ ...write, columns: write.columns?.map((column) => column.toLowerCase()) }, [], { triggers: true, only, made: write.made === true });
  return search.found();
}

/** Tables that the named routines change, directly and further on. */
export function findRoutineWrites(calls: ReadonlySet<string>, schema: EffectSchema, dialect: Dialect): readonly IndirectWrite[] {
  const search = searchOf(schema, engineFacts(dialect));
  search.call(calls, []);
  return search.found();
}

interface Reach {
  /** Whether triggers fire: those of some engines do not for what a foreign key does, or for rows that a conflict takes away. */
  readonly triggers: boolean;
  /** ONLY: tables that inherit are left alone. */
  readonly only: boolean;
  /** The columns of an update are those of a library's call: such a call seldom changes a key. */
  readonly made: boolean;
}

const none: ReadonlySet<string> = new Set();
const everything: Reach = { triggers: true, only: false, made: false };

type WriteOf = Omit<BodyWrite, "place"> & { readonly statement?: string };

interface Search {
  write(write: WriteOf, chain: readonly ChainStep[], reach: Reach): void;
  call(names: ReadonlySet<string>, chain: readonly ChainStep[]): void;
  found(): readonly IndirectWrite[];
}

interface Change {
  readonly key: string;
  readonly event: RowEvent;
  /** In small letters; undefined for any. */
  readonly columns: readonly string[] | undefined;
  readonly chain: readonly ChainStep[];
  readonly reach: Reach;
}

/** Breadth first, so that the first chain to a table is the shortest; each change is followed once, so that cycles end. */
function searchOf(schema: EffectSchema, engine: EngineFacts): Search {
  const found = new Map<string, IndirectWrite>();
  const seen = new Set<string>();
  const queue: Change[] = [];

  function record(operation: Operation, table: TableName, chain: readonly ChainStep[]): void {
    const key = `${operation} ${tableKey(table)}`;
    if (!found.has(key)) found.set(key, { operation, table, chain });
  }

  function push(change: Change): void {
    const { key, event, columns, chain, reach } = change;
    const identity = JSON.stringify([key, event, columns, reach]);
    if (seen.has(identity) || chain.length > LONGEST_CHAIN) return;
    seen.add(identity);
    queue.push(change);
  }

  function write({ operation, table, columns, statement }: WriteOf, chain: readonly ChainStep[], reach: Reach): void {
    const key = tableKey(table);
    const replace = { fires: engine.replaceFiresDelete === "always" || schema.recursiveTriggers, byTable: schema.replacing.has(key) };
    if (operation === "drop-table" && engine.dropDeletesRows) push({ key, event: "delete", columns: undefined, chain, reach: { ...reach, triggers: false } });
    for (const { event, quiet, columns: changed } of rowEventsOf(operation, columns, statement ?? "", replace)) {
      push({ key, event, columns: changed, chain, reach: { ...reach, triggers: reach.triggers && !quiet } });
    }
    if (operation === "truncate" && engine.truncateCascades && /\bcascade\b/i.test(statement ?? "")) truncateReferring(key, chain);
  }

  function runBody(writes: readonly BodyWrite[], calls: ReadonlySet<string>, chain: readonly ChainStep[]): void {
    for (const each of writes) {
      if (!schema.views.has(tableKey(each.table))) record(each.operation, each.table, chain);
      write(each, chain, everything);
    }
    call(calls, chain);
  }

  function call(names: ReadonlySet<string>, chain: readonly ChainStep[]): void {
    if (chain.length > LONGEST_CHAIN) return;
    for (const name of names) {
      const routine = schema.routines.get(name);
      if (!routine || chain.some(({ place }) => place === routine.place)) continue;
      runBody(routine.writes, routine.calls, [...chain, { kind: "routine", text: `routine ${routine.name}`, place: routine.place }]);
    }
  }

  function follow(change: Change): void {
    const { key, event, columns, chain, reach } = change;
    call(event === "insert" ? (schema.rowCalls.get(key) ?? none) : none, chain);
    const partitioned = event === "truncate" ? undefined : parentOf(key);
    const isOn = ({ table, forEachRow }: TriggerFact): boolean => table === key || (forEachRow && table === partitioned);
    const fired = schema.triggers.filter((trigger) => isOn(trigger) && !trigger.disabled && trigger.events.has(event) && (reach.triggers || trigger.kind === "rule") && touches(trigger, columns));
    for (const trigger of fired) runBody(trigger.writes, trigger.calls, [...chain, stepOf(trigger)]);
    const view = schema.views.get(key);
    if (view && !fired.some(({ instead }) => instead)) throughView(view, change);
    if (!view) {
      for (const foreignKey of schema.foreignKeys) if (foreignKey.parent === key) cascade(foreignKey, change);
      reachChildren(change);
    }
  }

  function parentOf(key: string): string | undefined {
    for (const [parent, parts] of schema.children) if (parts.some(({ table, kind }) => kind === "partition" && tableKey(table) === key)) return parent;
    return undefined;
  }

  function throughView(view: ViewFact, { event, columns, chain, reach }: Change): void {
    for (const base of basesOf(view, columns, engine)) {
      const steps: readonly ChainStep[] = [...chain, { kind: "view", text: `view ${view.name.name}`, place: view.place }];
      if (!schema.views.has(tableKey(base))) record(event, base, steps);
      push({ key: tableKey(base), event, columns: undefined, chain: steps, reach });
    }
  }

  function cascade(foreignKey: ForeignKeyFact, { key, event, columns, chain, reach }: Change): void {
    if (event !== "delete" && event !== "update") return;
    const action = event === "delete" ? foreignKey.onDelete : foreignKey.onUpdate;
    if (action === "none") return;
    const keyColumns = foreignKey.parentColumns.length > 0 ? foreignKey.parentColumns : (schema.primaryKeys.get(key) ?? []);
    if (event === "update" && !(columns ? keyColumns.some((column) => columns.includes(column)) : keyColumns.length > 0 && !reach.made)) return;
    const childEvent = event === "delete" && action === "cascade" ? "delete" : "update";
    const steps: readonly ChainStep[] = [...chain, { kind: "foreign-key", text: describeForeignKey(foreignKey, event, action), place: foreignKey.place }];
    record(childEvent, foreignKey.child, steps);
    push({ key: tableKey(foreignKey.child), event: childEvent, columns: childEvent === "update" ? foreignKey.childColumns : undefined, chain: steps, reach: { ...reach, triggers: engine.cascadesFireTriggers } });
  }

  function truncateReferring(key: string, chain: readonly ChainStep[]): void {
    for (const { parent, child, place } of schema.foreignKeys) {
      if (parent !== key || chain.some((step) => step.place === place)) continue;
      const steps: readonly ChainStep[] = [...chain, { kind: "foreign-key", text: `TRUNCATE … CASCADE over foreign key of ${child.name}`, place }];
      record("truncate", child, steps);
      push({ key: tableKey(child), event: "truncate", columns: undefined, chain: steps, reach: everything });
      truncateReferring(tableKey(child), steps);
    }
  }

  function reachChildren({ key, event, columns, chain, reach }: Change): void {
    if (!engine.writesReachChildren || (reach.only && event !== "insert")) return;
    for (const { table, kind, place } of schema.children.get(key) ?? []) {
      if (event === "insert" && kind !== "partition") continue;
      const steps: readonly ChainStep[] = [...chain, { kind: "child", text: `${table.name}, a part of ${key}`, place }];
      record(event, table, steps);
      push({ key: tableKey(table), event, columns, chain: steps, reach });
    }
  }

  return {
    write,
    call,
    found() {
      for (let change = queue.shift(); change; change = queue.shift()) follow(change);
      return [...found.values()];
    },
  };
}

function touches({ events, columns }: TriggerFact, changed: readonly string[] | undefined): boolean {
  return !columns || !changed || !events.has("update") || columns.some((column) => changed.includes(column));
}

/** The tables whose rows a write to the view changes. */
function basesOf({ bases, columns, simple }: ViewFact, changed: readonly string[] | undefined, engine: EngineFacts): readonly TableName[] {
  if (engine.updatableViews === "none" || !simple) return [];
  if (bases.length < 2) return bases.map(({ table }) => table);
  if (engine.updatableViews === "of-one-table") return [];
  const aliases = changed?.map((column) => columns.get(column));
  return bases.flatMap(({ table, alias }) => (!aliases || aliases.includes(undefined) || aliases.includes(alias) ? [table] : []));
}

/** The trigger, rule or routine that runs each statement of a body that triggers run, by the place of the statement's table. */
export function bodiesOf(schema: EffectSchema): ReadonlyMap<string, ChainStep> {
  const bodies = new Map<string, ChainStep>();
  const { triggers, routines } = schema.declared;
  for (const trigger of triggers) {
    for (const { place } of trigger.writes) bodies.set(keyOfPlace(place), stepOf(trigger));
    const called = routines.filter(({ name }) => trigger.calls.has(name.toLowerCase()));
    for (const { place } of called.flatMap(({ writes }) => writes)) bodies.set(keyOfPlace(place), stepOf(trigger));
  }
  return bodies;
}

export function keyOfPlace({ path, span }: Place): string {
  return `${path}:${span.start}`;
}

function stepOf({ kind, name, table, place, instead }: TriggerFact): ChainStep {
  return { kind: instead && kind === "trigger" ? "instead-of" : kind, text: `${kind} ${name} on ${table}`, place };
}

const ACTIONS: Readonly<Record<ReferentialAction, string>> = { "cascade": "CASCADE", "set-null": "SET NULL", "set-default": "SET DEFAULT", "none": "NO ACTION" };

function describeForeignKey({ child, childColumns }: ForeignKeyFact, event: "delete" | "update", action: ReferentialAction): string {
  return `foreign key ${child.name}.${childColumns.join(", ")} ON ${event.toUpperCase()} ${ACTIONS[action]}`;
}
