import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember, FlushedRows, ModelOptions, TableArgument } from "../../model/client-member.ts";
import type { ColumnRules } from "../../model/column-rules.ts";
import type { Operation } from "../../model/sql-statement.ts";
import type { KeyActions, RelationDescription } from "../../model/relation-rules.ts";
import { chain, each, gives, is, names, runs, writes, writesBefore } from "../members.ts";

/** What EntityManager and EntityRepository share (mikro-orm.io/docs/entity-manager). */
const operations: Readonly<Record<string, Operation>> = {
  ...{ insert: "insert", insertMany: "insert", nativeInsert: "insert", upsert: "upsert", upsertMany: "upsert", nativeUpdate: "update", nativeDelete: "delete" },
};

/** Entities are named too: `em.upsert("User", data)`. */
const entity: TableArgument = { argument: 0, model: true };

const managed = Object.fromEntries(Object.entries(operations).map(([name, operation]) => [name, writes(operation, entity)]));
const stored = Object.fromEntries(Object.entries(operations).map(([name, operation]) => [name, writesBefore(operation)]));

const rows: TableArgument = { argument: 0, list: true };

/** Writes what has changed in rows that it knows; what persists or removes one tells that write itself (mikro-orm.io/docs/unit-of-work). */
const flushes: FlushedRows = {
  methods: ["flush", "persistAndFlush", "removeAndFlush"],
  told: ["persist", "persistAndFlush", "persistLater", "remove", "removeAndFlush", "removeLater", "assign"],
  growing: ["push", "splice"],
};

/** Rows that the manager is given (`persistLater` of old versions), to be written when it flushes. */
const rowMembers: Readonly<Record<string, ClientMember>> = {
  ...each("persist persistLater", { ...writes("upsert", rows, { returns: "receiver" }), byOrigin: true }),
  ...each("remove removeLater removeEntity", writes("delete", rows, { returns: "receiver" })),
  persistAndFlush: { ...writes("upsert", rows, { returns: "receiver", flushes }), byOrigin: true },
  removeAndFlush: writes("delete", rows, { returns: "receiver", flushes }),
  flush: { operation: "update", flushes },
};

/** A schema without a table's name has the one that its own makes (mikro-orm.io/docs/entity-schema). */
const described: ModelOptions = { argument: 0, table: ["tableName", "collection"], model: ["name"] };

const finders = "findOne findOneOrFail getReference";

/** mikro-orm.io/docs/defining-entities; a relation's key is the field's name and `_id` (mikro-orm.io/docs/naming-strategy). */
const columns: ColumnRules = {
  naming: "snake",
  decorated: true,
  decorators: {
    ...Object.fromEntries("Property PrimaryKey SerializedPrimaryKey Enum".split(" ").map((name) => [name, { argument: -1, keys: ["fieldName", "name"] }])),
    ...Object.fromEntries("ManyToOne OneToOne".split(" ").map((name) => [name, { argument: -1, keys: ["joinColumn", "fieldName"], ending: "Id" }])),
  },
};

/** Changing what a collection holds, which is written when the manager flushes (mikro-orm.io/docs/collections). Files that do so import it. */
const related = (joins: Operation, more: Partial<ClientMember> = {}): ClientMember => ({ operation: "update", joins, table: { argument: "joining" }, beside: "mikro-orm", ...more });

const relation: RelationDescription = { model: "entity", mappedBy: "mappedBy", owning: ["owner", "inversedBy"] };

/** Gives the row again that it is given. */
const same: ClientMember = { text: { kind: "same", text: 0 } };

/**
 * mikro-orm.io/docs/decorators, "@ManyToOne()": what may be missing is set to null; `cascade` with REMOVE, the manager's own, makes the key cascade
 * too (github.com/mikro-orm/mikro-orm, DatabaseTable, "addColumnFromProperty").
 */
const actions: KeyActions = {
  onDelete: ["deleteRule", "onDelete"],
  onUpdate: ["updateRule", "onUpdateIntegrity"],
  model: "entity",
  inverse: "mappedBy",
  optional: "nullable",
  removing: { key: "cascade", words: ["REMOVE", "ALL"] },
  byDefault: { optional: { onDelete: "set null", onUpdate: "cascade" }, required: { onDelete: "no action", onUpdate: "cascade" } },
};

const assigned: ClientMember = { ...writes("update", 0), ofLoaded: true, unlessHandedTo: ["persist", "persistAndFlush"] };

export const mikroOrm: ClientLibrary = {
  id: "typescript/mikro-orm",
  language: "typescript",
  modules: ["@mikro-orm/*", "mikro-orm"],
  declaring: ["mikro-orm"],
  recognised: [
    { type: "EntityManager", by: "table" },
    { type: "EntityManager", by: "row", only: ["persist", "persistAndFlush", "removeAndFlush"] },
    { type: "EntityManager", by: "name", names: ["flush", "transactional"] },
  ],
  exports: {
    MikroORM: is("MikroORM"),
    ...each("EntitySchema defineEntity", { ...names({ argument: 0, options: described }, "Table"), columns: { kind: "keys", argument: 0, under: "properties", named: { key: "fieldName" } } }),
    EntityRepository: gives("EntityRepository"),
    BaseEntity: { class: { statics: "Nothing", instances: "Row" } },
    wrap: names(0, "Row"),
    assign: assigned,
    Migration: gives("Migration"),
  },
  types: {
    MikroORM: { members: { em: is("EntityManager"), ...each("init initSync", gives("MikroORM")) } },
    EntityManager: {
      members: {
        ...managed,
        ...rowMembers,
        create: { ...writes("insert", 0, { returns: "Row" }), origin: "new" },
        ...each(finders, { ...names(0, "Row"), origin: "loaded" }),
        ...each("find findAll findByCursor", { ...names(0, "Row[]"), origin: "loaded" }),
        findAndCount: { ...names(0, "Rows"), origin: "loaded" },
        ...each("refresh populate merge", same),
        assign: assigned,
        ...each("getRepository repo", names(0, "EntityRepository")),
        ...each("createQueryBuilder qb", names(0, "QueryBuilder")),
        ...each("fork clear getContext", chain),
        ...each("transactional transaction", { operation: "update", callback: { argument: 0, parameter: "EntityManager" }, flushes: { ...flushes, inside: 0 } }),
        execute: runs(0),
        getConnection: gives("Connection"),
        getKnex: gives("knex#Knex"),
        getKysely: gives("kysely#Kysely"),
      },
    },
    ...Object.fromEntries(["SqlEntityManager", "IEntityManager"].map((name) => [name, { extends: ["EntityManager"], members: {} }])),
    EntityRepository: {
      model: 0,
      members: {
        ...stored,
        ...rowMembers,
        create: { ...writesBefore("insert", { returns: "Row" }), origin: "new" },
        ...each(finders, { returns: "Row", origin: "loaded" }),
        ...each("find findAll findByCursor", { returns: "Row[]", origin: "loaded" }),
        findAndCount: { returns: "Rows", origin: "loaded" },
        assign: assigned,
        ...each("createQueryBuilder qb", gives("QueryBuilder")),
        getEntityManager: gives("EntityManager"),
        em: is("EntityManager"),
      },
    },
    SqlEntityRepository: { extends: ["EntityRepository"], members: {}, model: 0 },
    // What is given by wrap() has it, and rows of a class that extends BaseEntity (mikro-orm.io/docs/wrap-helper).
    Row: { members: { assign: { ...writesBefore("update", { returns: "receiver" }), ofLoaded: true }, ...each("init load unwrap getEntity toReference", chain), $: { is: "Row", keeps: true } } },
    // Types of a row that is loaded, or not yet (mikro-orm.io/docs/type-safe-relations).
    ...Object.fromEntries(["Loaded", "Ref", "LazyRef", "Rel", "Reference", "LoadedReference", "IdentifiedReference"].map((name) => [name, { extends: ["Row"], members: {}, model: 0 }])),
    Collection: {
      members: {
        ...each("add set", related("insert", { cascades: true })),
        ...each("remove removeAll", related("delete", { orphans: "delete" })),
        ...each("getItems loadItems slice", { returns: "Row[]", origin: "loaded" }),
        ...each("init load", chain),
        $: { is: "Collection", keeps: true },
      },
    },
    Nothing: { members: {} },
    Rows: { members: { 0: { is: "Row[]", keeps: true } } },
    Table: { members: {} },
    QueryBuilder: {
      members: {
        insert: writesBefore("insert", { returns: "receiver" }),
        update: writesBefore("update", { returns: "receiver" }),
        delete: writesBefore("delete", { returns: "receiver" }),
        truncate: writesBefore("truncate", { returns: "receiver" }),
        merge: { ...writesBefore("upsert", { returns: "receiver" }), amends: true },
      },
      otherMembers: chain,
    },
    Connection: { members: { execute: runs(0) } },
    Migration: { members: { addSql: runs(0), execute: runs(0) } },
  },
  entities: {
    decorators: { Entity: { argument: 0, keys: ["tableName", "collection"] } },
    schemas: { Entity: { argument: 0, keys: ["schema"], keysOnly: true } },
    registrations: { EntitySchema: { model: 0, under: { model: "class", names: ["tableName", "collection"] } } },
    decorated: true,
    naming: "snake",
    named: { word: "mikro-orm" },
    relations: {
      collection: "Collection",
      decorators: {
        OneToMany: { described: { ...relation, orphans: "orphanRemoval" } },
        ManyToMany: { described: { ...relation, joining: "pivotTable", joiningModel: "pivotEntity" } },
        ManyToOne: { holder: "ManyToOne", actions },
        OneToOne: { holder: "OneToOne", actions },
      },
    },
    columns,
  },
};
