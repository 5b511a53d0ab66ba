import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember, ModelOptions, SavedRelations, TableArgument } from "../../model/client-member.ts";
import type { ColumnRules } from "../../model/column-rules.ts";
import type { Operation } from "../../model/sql-statement.ts";
import type { KeyActions } from "../../model/relation-rules.ts";
import { begins, chain, each, gives, is, names, runs, writes, writesBefore } from "../members.ts";

/** A schema without a table's name has the one that its own makes (typeorm.io/docs/entity/separating-entity-definition). */
const described: ModelOptions = { argument: 0, table: ["tableName"], model: ["name"] };

/** Every operation that EntityManager and Repository have (typeorm.io/docs/working-with-entity-manager/entity-manager-api). */
const operations: Readonly<Record<string, Operation>> = {
  ...{ insert: "insert", update: "update", upsert: "upsert", delete: "delete", remove: "delete", clear: "truncate", increment: "update", decrement: "update" },
  ...{ updateAll: "update", deleteAll: "delete", softDelete: "update", softRemove: "update", restore: "update", recover: "update" },
};

const model: TableArgument = { argument: 0, model: true };

/** The class or its name, else rows or a list of them. */
const given: TableArgument = { argument: 0, list: true, model: true };

const managed = Object.fromEntries(Object.entries(operations).map(([name, operation]) => [name, writes(operation, given)]));
const stored = Object.fromEntries(Object.entries(operations).map(([name, operation]) => [name, writesBefore(operation)]));

const finders = "findOne findOneBy findOneOrFail findOneByOrFail preload";
const row: ClientMember = { returns: "Row", origin: "loaded" };
const rows: ClientMember = { returns: "Row[]", origin: "loaded" };

/** A builder that has a table already keeps it: `update` and `delete` are given other things then. */
const target: TableArgument = { argument: 0, unlessNamed: true };

const createQueryBuilder: ClientMember = { table: { argument: 0 }, returns: "QueryBuilder" };

/** The relation of the builder's model, or of one that is given (typeorm.io/docs/query-builder/relational-query-builder). */
const relation: ClientMember = { table: { argument: 1, relation: true, relationOf: 0, otherwise: 0 }, returns: "RelationQueryBuilder" };

/** A key that a model's table holds is updated, rows of a joining table come and go. */
const joined = (joins: Operation): ClientMember => ({ operation: "update", joins, table: { argument: "joining" }, beside: "relation(" });

/** The arguments of a schema change name the table, or are a Table (typeorm.io/docs/migrations/query-runner-api). */
const schemaChanges: Readonly<Record<string, ClientMember>> = {
  createTable: writes("create-table", 0),
  dropTable: writes("drop-table", 0),
  renameTable: writes("rename-table", 0),
  ...each("addColumn addColumns renameColumn changeColumn changeColumns dropColumn dropColumns createPrimaryKey updatePrimaryKeys dropPrimaryKey", writes("alter-table", 0)),
  ...each("createUniqueConstraint createUniqueConstraints dropUniqueConstraint dropUniqueConstraints createCheckConstraint dropCheckConstraint", writes("alter-table", 0)),
  ...each("createForeignKey createForeignKeys dropForeignKey dropForeignKeys", writes("alter-table", 0)),
  ...each("createIndex createIndices", writes("create-index", 0)),
  ...each("dropIndex dropIndices", writes("drop-index", 0)),
  clearTable: writes("truncate", 0),
  createView: writes("create-view", 0),
  dropView: writes("drop-view", 0),
};

const source: Readonly<Record<string, ClientMember>> = {
  ...each("getRepository getTreeRepository", names(model, "Repository")),
  manager: is("EntityManager"),
  ...each("createEntityManager", gives("EntityManager")),
  createQueryRunner: gives("QueryRunner"),
  createQueryBuilder,
  query: runs(0),
  transaction: { callback: { argument: -1, parameter: "EntityManager" } },
  initialize: chain,
  connect: chain,
};

/** typeorm.io/docs/entity/entities, "Entity columns"; a relation's key is the field's name and `Id` where `JoinColumn` says nothing. */
const columns: ColumnRules = {
  naming: "as-written",
  decorated: true,
  decorators: {
    ...Object.fromEntries("Column PrimaryColumn PrimaryGeneratedColumn CreateDateColumn UpdateDateColumn DeleteDateColumn VersionColumn ObjectIdColumn Generated".split(" ").map((name) => [name, { argument: -1, keys: ["name"] }])),
    JoinColumn: { keys: ["name"], ending: "Id" },
    ManyToOne: { ending: "Id" },
  },
};

/** typeorm.io/docs/relations/many-to-many-relations, "Saving many-to-many relations"; typeorm.io/docs/relations/relations, "Cascades". */
const savedWith = (row: SavedRelations["row"]): SavedRelations => ({ row, makers: ["create", "merge"], adders: ["push", "unshift"] });
const cascade = "cascade";

/** Options of a relation: https://typeorm.io/docs/relations/relations, "Relation options". */
const actions: KeyActions = { onDelete: ["onDelete"], onUpdate: ["onUpdate"] };

export const typeorm: ClientLibrary = {
  id: "typescript/typeorm",
  language: "typescript",
  customary: { dataSource: "DataSource", AppDataSource: "DataSource" },
  modules: ["typeorm", "@nestjs/typeorm", "typeorm/*"],
  declaring: ["typeorm"],
  recognised: [{ type: "EntityManager", by: "table" }],
  exports: {
    DataSource: gives("DataSource"),
    ...each("createConnection getConnection createConnections", gives("DataSource")),
    getManager: gives("EntityManager"),
    ...each("getRepository getTreeRepository", names(model, "Repository")),
    getCustomRepository: {},
    createQueryBuilder,
    getMongoRepository: {},
    BaseEntity: { class: { statics: "ModelStatic", instances: "Model" } },
    Repository: gives("Repository"),
    AbstractRepository: gives("AbstractRepository"),
    Table: { ...names({ argument: 0, keys: ["name"] }, "Table"), columns: { kind: "list", argument: 0, under: "columns", key: "name" } },
    EntitySchema: { ...names({ argument: 0, options: described }, "Table"), columns: { kind: "keys", argument: 0, under: "columns", named: { key: "name" } } },
  },
  migrations: { functions: ["up", "down"], parameters: ["queryRunner"], type: "QueryRunner" },
  types: {
    DataSource: { members: source },
    Connection: { extends: ["DataSource"], members: {} },
    EntityManager: {
      members: {
        ...managed,
        save: { ...writes("upsert", given, { returns: "Row" }), origin: "loaded", byOrigin: true, saves: savedWith(0) },
        create: { ...names(0, "Row"), origin: "new" },
        ...each(finders, { ...names(0, "Row"), origin: "loaded" }),
        ...each("find findBy", { ...names(0, "Row[]"), origin: "loaded" }),
        ...each("getRepository getTreeRepository", names(model, "Repository")),
        withRepository: names(0, "Repository"),
        createQueryBuilder,
        query: runs(0),
        transaction: { callback: { argument: -1, parameter: "EntityManager" } },
        connection: is("DataSource"),
        queryRunner: is("QueryRunner"),
      },
    },
    Repository: {
      model: 0,
      members: {
        ...stored,
        save: { ...writesBefore("upsert", { returns: "Row" }), origin: "loaded", byOrigin: true, saves: savedWith(0) },
        create: { returns: "Row", origin: "new" },
        ...each(finders, row),
        ...each("find findBy", rows),
        createQueryBuilder: gives("QueryBuilder"),
        query: runs(0),
        manager: is("EntityManager"),
        // typeorm.io/docs/working-with-entity-manager/custom-repository
        extend: { ...chain, binds: [{ argument: 0 }] },
      },
    },
    // What version 0.2 has for repositories of a project's own (github.com/typeorm/typeorm, AbstractRepository).
    AbstractRepository: {
      model: 0,
      members: {
        manager: is("EntityManager"),
        repository: { is: "Repository", keeps: true },
        treeRepository: { is: "Repository", keeps: true },
        createQueryBuilder: gives("QueryBuilder"),
        createQueryBuilderFor: names(0, "QueryBuilder"),
        getRepositoryFor: names(0, "Repository"),
      },
    },
    TreeRepository: { extends: ["Repository"], members: {}, model: 0 },
    MongoRepository: { members: each(Object.keys(operations).join(" "), {}) },
    // What saves a list gives it again.
    Row: { members: {}, rows: "Row" },
    ModelStatic: {
      members: {
        ...stored,
        save: writesBefore("upsert"),
        create: { returns: "Model", origin: "new" },
        ...each(finders, { returns: "Model", origin: "loaded" }),
        ...each("find findBy", { returns: "Model[]", origin: "loaded" }),
        createQueryBuilder: gives("QueryBuilder"),
        getRepository: gives("Repository"),
        query: runs(0),
      },
    },
    Model: {
      members: {
        save: { ...writesBefore("upsert", { returns: "Model" }), origin: "loaded", byOrigin: true, saves: savedWith("receiver") },
        remove: writesBefore("delete"),
        ...each("softRemove recover", writesBefore("update")),
      },
    },
    QueryBuilder: {
      members: {
        insert: { operation: "insert", returns: "InsertQueryBuilder" },
        update: { operation: "update", table: target, returns: "WriteQueryBuilder" },
        ...each("delete", begins("delete", "WriteQueryBuilder")),
        ...each("softDelete restore", begins("update", "WriteQueryBuilder")),
        from: names(0),
        relation,
      },
      otherMembers: chain,
    },
    RelationQueryBuilder: { members: { ...each("add addAndRemove set", joined("insert")), remove: joined("delete"), ...each("loadMany loadOne", {}) }, otherMembers: chain },
    ...Object.fromEntries(["SelectQueryBuilder", "UpdateQueryBuilder", "DeleteQueryBuilder"].map((name) => [name, { extends: ["QueryBuilder"], members: {}, model: 0 }])),
    InsertQueryBuilder: { members: { into: names(target), orUpdate: { ...writesBefore("upsert", { returns: "receiver" }), amends: true } }, otherMembers: chain },
    WriteQueryBuilder: { members: { from: names(0) }, otherMembers: chain },
    QueryRunner: { members: { ...schemaChanges, query: runs(0), manager: is("EntityManager"), connection: is("DataSource") } },
    Table: { members: {} },
  },
  entities: {
    decorators: { Entity: { argument: 0, keys: ["name"] }, ViewEntity: { argument: 0, keys: ["name"] } },
    schemas: { Entity: { argument: -1, keys: ["schema"], keysOnly: true } },
    registrations: { EntitySchema: { model: 0, under: { model: "target", names: ["tableName"] } } },
    inheriting: ["ChildEntity"],
    relations: { decorators: { ManyToMany: { joinedBy: { decorator: "JoinTable", key: "name" }, cascade }, ManyToOne: { holder: "ManyToOne", actions, cascade }, OneToMany: { cascade }, OneToOne: { holder: "JoinColumn", actions, cascade } } },
    decorated: true,
    naming: "snake",
    named: { word: "typeorm" },
    columns,
  },
};
