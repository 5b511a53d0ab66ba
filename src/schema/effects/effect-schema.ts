import type { Place } from "../../model/place.ts";
import type { Operation, TableName } from "../../model/sql-statement.ts";

/** What a statement does to the rows of a table, as triggers and foreign keys see it. */
export type RowEvent = "insert" | "update" | "delete" | "truncate";

/** A statement in a body: what it does once the body runs. */
export interface BodyWrite {
  readonly operation: Operation;
  readonly table: TableName;
  /** Assigned columns in small letters; undefined where they are not known. */
  readonly columns: readonly string[] | undefined;
  /** Where the table is named. */
  readonly place: Place;
}

/** A trigger, or a rule that acts like one. Table keys are those of `tableKey`. */
export interface TriggerFact {
  readonly kind: "trigger" | "rule";
  name: string;
  table: string;
  readonly events: ReadonlySet<RowEvent>;
  /** UPDATE OF these; undefined for every column. */
  columns: readonly string[] | undefined;
  /** A statement has turned it off. */
  disabled: boolean;
  /** Runs once for each row: one on a partitioned table fires for rows of its partitions, whichever table a statement names. */
  readonly forEachRow: boolean;
  /** INSTEAD OF, DO INSTEAD: the statement itself is not carried out. */
  readonly instead: boolean;
  writes: readonly BodyWrite[];
  readonly calls: ReadonlySet<string>;
  readonly place: Place;
}

export type ReferentialAction = "cascade" | "set-null" | "set-default" | "none";

export interface ForeignKeyFact {
  /** In small letters, as written; undefined where the engine names it. */
  readonly name: string | undefined;
  child: TableName;
  childColumns: readonly string[];
  parent: string;
  /** Empty where the primary key is meant. */
  parentColumns: readonly string[];
  readonly onDelete: ReferentialAction;
  readonly onUpdate: ReferentialAction;
  /** The actions are a library's own: a statement that creates the table may say others. */
  readonly byDefault?: true;
  readonly place: Place;
}

export interface ViewFact {
  readonly name: TableName;
  /** The tables of its FROM, with the names by which its columns call them. */
  readonly bases: readonly { readonly table: TableName; readonly alias: string }[];
  /** Column of the view -> alias of the table that it comes from, where that can be told. */
  readonly columns: ReadonlyMap<string, string>;
  /** Its rows are rows of its tables: no grouping, DISTINCT, set operation or limit. */
  readonly simple: boolean;
  readonly place: Place;
}

export interface RoutineFact {
  name: string;
  writes: readonly BodyWrite[];
  readonly calls: ReadonlySet<string>;
  readonly place: Place;
}

/** A table that holds rows of another. */
export interface ChildFact {
  readonly table: TableName;
  readonly kind: "partition" | "inheritance";
  readonly place: Place;
}

/** All of one database through which a statement may write tables that it does not name. */
export interface EffectSchema {
  readonly triggers: TriggerFact[];
  readonly foreignKeys: ForeignKeyFact[];
  readonly views: Map<string, ViewFact>;
  readonly routines: Map<string, RoutineFact>;
  /** Every trigger, rule and routine that is ever created, replaced and dropped ones too. */
  readonly declared: { readonly triggers: TriggerFact[]; readonly routines: RoutineFact[] };
  /** Tables that inherit from a table, or are partitions of it. */
  readonly children: Map<string, readonly ChildFact[]>;
  /** Other names of tables: CREATE SYNONYM. */
  readonly synonyms: Map<string, TableName>;
  /** What tables are called that had another name before. */
  readonly renamed: Map<string, TableName>;
  /** What the definition of a table calls for each row that is put in: defaults, checks. */
  readonly rowCalls: Map<string, ReadonlySet<string>>;
  readonly primaryKeys: Map<string, readonly string[]>;
  /** Tables with a constraint that says ON CONFLICT REPLACE. */
  readonly replacing: Set<string>;
  /** SQLite: some source sets PRAGMA recursive_triggers. */
  recursiveTriggers: boolean;
}

export function emptyEffectSchema(): EffectSchema {
  return {
    triggers: [],
    foreignKeys: [],
    views: new Map(),
    routines: new Map(),
    declared: { triggers: [], routines: [] },
    children: new Map(),
    synonyms: new Map(),
    renamed: new Map(),
    rowCalls: new Map(),
    primaryKeys: new Map(),
    replacing: new Set(),
    recursiveTriggers: false,
  };
}

/** Notes a part of a table, and forgets where it was one before. */
export function addChild({ children }: EffectSchema, parent: string, child: ChildFact): void {
  const others = (children.get(parent) ?? []).filter(({ table }) => tableKey(table) !== tableKey(child.table));
  children.set(parent, [...others, child]);
}

export function removeChild({ children }: EffectSchema, parent: string, child: string): void {
  children.set(parent, (children.get(parent) ?? []).filter(({ table }) => tableKey(table) !== child));
}

const DEFAULT_SCHEMAS = new Set(["main", "public", "dbo"]);

/** One text for each table, however it is written: small letters, the default schema left out. */
export function tableKey({ name, schema }: Pick<TableName, "name" | "schema">): string {
  const folded = schema?.toLowerCase();
  return folded === undefined || DEFAULT_SCHEMAS.has(folded) ? name.toLowerCase() : `${folded}.${name.toLowerCase()}`;
}

/** The name in a key that `tableKey` made. */
export function parseTableKey(key: string): TableName {
  const [name = key, schema] = key.split(".").reverse();
  return { name, quoted: false, ...(schema === undefined ? {} : { schema }) };
}
