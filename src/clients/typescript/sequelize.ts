import type { ClientLibrary } from "../../model/client.ts";
import type { BoundFunctions, ClientMember, IncludedRows, ModelOptions, TableArgument } from "../../model/client-member.ts";
import type { TableNaming } from "../../model/table-naming.ts";
import type { RelationMethods, RelationRules } from "../../model/relation-rules.ts";
import type { ColumnRules, ColumnSource } from "../../model/column-rules.ts";
import type { Operation } from "../../model/sql-statement.ts";
import { asks, chain, each, gives, is, runs, writes, writesBefore } from "../members.ts";

/** `field` names the column, else the attribute does (sequelize.org/api/v6/class/src/model.js~model, "init"). */
function attributes(argument: number): ColumnSource {
  return { kind: "keys", argument, named: { key: "field" } };
}

/** sequelize.org/docs/v6/core-concepts/model-basics, "Table name inference". */
function named(argument: number): ModelOptions {
  return { argument, table: ["tableName"], columns: attributes(argument - 1), model: ["modelName"], namings };
}

const namings: Readonly<Record<string, TableNaming>> = { freezeTableName: "as-written", underscored: "snake-plural" };

/** Functions that get the row, the last argument of what sets them (sequelize.org/docs/v6/other-topics/hooks). */
const hooks =
  "addHook hook beforeValidate afterValidate beforeCreate afterCreate beforeUpdate afterUpdate beforeSave afterSave beforeDestroy afterDestroy beforeRestore afterRestore";

/** Rows of related models are made with their own where `include` names the relation (sequelize.org/docs/v6/advanced-association-concepts/creating-with-associations). */
const included: IncludedRows = { rows: 0, options: 1, under: "include", names: ["as", "association"], model: "model" };

/** What a model class does to its table; `scope` and its kin give the class again. */
const statics: Readonly<Record<string, ClientMember>> = {
  create: { ...writesBefore("insert", { returns: "Model" }), origin: "loaded", included },
  bulkCreate: { ...writesBefore("insert", { returns: "Model[]" }), origin: "loaded", included, operationFor: { keys: ["updateOnDuplicate"], operation: "upsert" } },
  ...each("findOrCreate findCreateFind", { ...writesBefore("insert", { returns: "Model[]" }), origin: "loaded" }),
  upsert: writesBefore("upsert"),
  // With `returning` it gives the number of rows and the rows.
  update: { ...writesBefore("update", { returns: "Updated" }), origin: "loaded" },
  ...each("increment decrement restore", writesBefore("update")),
  destroy: writesBefore("delete"),
  truncate: writesBefore("truncate"),
  sync: writesBefore("create-table"),
  drop: writesBefore("drop-table"),
  build: { returns: "Model", origin: "new" },
  ...each("findOne findByPk findById find", { returns: "Model", origin: "loaded" }),
  ...each("findOrBuild findOrInitialize", { returns: "Model[]" }),
  findAll: { returns: "Model[]", origin: "loaded" },
  findAndCountAll: { returns: "Page", origin: "loaded" },
  ...each("scope unscoped schema withScope", chain),
  prototype: { is: "Model", keeps: true },
  sequelize: is("Sequelize"),
  ...each(hooks, { callback: { argument: -1, parameter: "Model" } }),
};

/** What version 3 has for methods of a model and its rows (sequelize.org/v3/docs/models-definition/#expansion-of-models). */
const definedMethods: readonly BoundFunctions[] = [
  { argument: 2, under: "classMethods" },
  { argument: 2, under: "instanceMethods", type: "Model" },
];

/** A relation by its field's name (github.com/sequelize/sequelize-typescript, "Type safe usage of auto generated functions"). */
const relationNamed: TableArgument = { argument: 0, relation: true };

const related = (joins: Operation): ClientMember => ({ operation: "update", joins, table: relationNamed });

const queries: Readonly<Record<string, ClientMember>> = {
  createTable: writes("create-table", 0, { columns: attributes(1) }),
  addColumn: writes("alter-table", 0, { columns: { kind: "name", argument: 1 } }),
  dropTable: writes("drop-table", 0),
  renameTable: writes("rename-table", 0),
  ...each("removeColumn changeColumn renameColumn addConstraint removeConstraint", writes("alter-table", 0)),
  addIndex: writes("create-index", 0),
  removeIndex: writes("drop-index", 0),
  ...each("bulkInsert", writes("insert", 0)),
  ...each("bulkUpdate", writes("update", 0)),
  bulkDelete: writes("delete", 0),
  upsert: writes("upsert", 0),
  ...each("update increment decrement", writes("update", 1)),
  insert: writes("insert", 1),
  delete: writes("delete", 1),
  sequelize: is("Sequelize"),
};

const tableObject = { argument: 0, keys: ["tableName"] } as const;

/** sequelize-typescript (github.com/sequelize/sequelize-typescript, "Column"). */
const columns: ColumnRules = { naming: "as-written", decorated: true, decorators: { Column: { keys: ["field"] }, ForeignKey: {}, PrimaryKey: {} } };

const relationDecorators: RelationRules["decorators"] = { HasOne: {}, HasMany: {}, BelongsTo: { holder: "BelongsTo" }, BelongsToMany: { through: 1 } };

/** sequelize.org/docs/v6/core-concepts/assocs, "Special methods/mixins added to instances". */
const relationMethods: RelationMethods = {
  calls: {
    hasOne: { many: false, holder: "related" },
    belongsTo: { many: false, holder: "owner" },
    hasMany: { many: true, holder: "related" },
    belongsToMany: { many: true, holder: "joining" },
  },
  as: "as",
  through: "through",
  // sequelize.org/docs/v6/core-concepts/assocs, "Options" of each kind.
  key: {
    column: "foreignKey",
    constraints: "constraints",
    actions: { onDelete: ["onDelete"], onUpdate: ["onUpdate"] },
    byDefault: {
      owner: { optional: { onDelete: "set null", onUpdate: "cascade" }, required: { onDelete: "no action", onUpdate: "cascade" } },
      related: { optional: { onDelete: "set null", onUpdate: "cascade" }, required: { onDelete: "cascade", onUpdate: "cascade" } },
      joining: { optional: { onDelete: "cascade", onUpdate: "cascade" }, required: { onDelete: "cascade", onUpdate: "cascade" } },
    },
  },
  row: "Model",
  verbs: {
    add: { key: "update", joining: ["insert"] },
    set: { key: "update", joining: ["delete", "insert"] },
    remove: { key: "update", joining: ["delete"] },
    create: { related: "insert", key: "update", joining: ["insert"], gives: true, one: true },
    get: { gives: true },
  },
};

export const sequelize: ClientLibrary = {
  id: "typescript/sequelize",
  language: "typescript",
  customary: { sequelize: "Sequelize" },
  handles: { names: ["sequelize", "sequelizeClient"], type: "Sequelize" },
  registries: { names: ["models"], type: "DeclaredModels" },
  modules: ["sequelize", "@sequelize/core", "sequelize-typescript", "@sequelize/core/*", "@nestjs/sequelize"],
  declaring: ["sequelize"],
  exports: {
    default: gives("Sequelize"),
    "*": gives("Sequelize"),
    Sequelize: gives("Sequelize"),
    Model: { returns: "Model", class: { statics: "ModelStatic", instances: "Model" } },
  },
  migrations: { functions: ["up", "down"], parameters: ["queryInterface", "context"], type: "QueryInterface" },
  types: {
    Sequelize: {
      members: {
        define: { table: { argument: 0, options: named(2) }, returns: "ModelStatic", columns: attributes(1), binds: definedMethods },
        query: runs(0, {}, ["query"]),
        ...each("queryRaw", asks(0)),
        model: { table: { argument: 0, model: true }, returns: "ModelStatic" },
        models: is("Models"),
        getQueryInterface: gives("QueryInterface"),
        queryInterface: is("QueryInterface"),
        getRepository: { table: { argument: 0 }, returns: "ModelStatic" },
        transaction: { callback: { argument: -1, parameter: "Transaction" }, returns: "Transaction" },
      },
    },
    Models: { members: {}, otherMembers: { table: { argument: "name" }, is: "ModelStatic" } },
    DeclaredModels: { members: {}, otherMembers: { table: { argument: "name" }, is: "ModelStatic", ofDeclared: true } },
    Transaction: { members: {} },
    ModelStatic: { model: 0, members: statics, call: { returns: "Model", origin: "new" } },
    ...Object.fromEntries(["ModelCtor", "ModelType", "Repository"].map((name) => [name, { extends: ["ModelStatic"], members: {}, model: 0 }])),
    Model: {
      extends: ["ModelStatic"],
      members: {
        save: { ...writesBefore("upsert", { returns: "receiver" }), byOrigin: true },
        ...each("update increment decrement restore", writesBefore("update", { returns: "receiver" })),
        destroy: writesBefore("delete"),
        ...each("reload set", chain),
        ...each("$add $set", related("insert")),
        $remove: related("delete"),
        $create: { ...writes("insert", relationNamed, { returns: "Model" }), origin: "loaded" },
        $get: { table: relationNamed, returns: "Model[]", origin: "loaded" },
      },
    },
    Page: { members: { rows: { is: "Model[]", keeps: true } } },
    Updated: { members: { 1: { is: "Model[]", keeps: true } } },
    QueryInterface: { members: Object.fromEntries(Object.entries(queries).map(([name, member]) => [name, member.table?.argument === 0 ? { ...member, table: tableObject } : member])) },
  },
  entities: { decorators: { Table: { argument: 0, options: named(0) } }, schemas: { Table: { argument: 0, keys: ["schema"], keysOnly: true } }, initialisers: { init: named(1) }, defaults: { under: "define", files: ["config/config.json"], namings }, relations: { methods: relationMethods, decorators: relationDecorators }, decorated: true, naming: "plural", named: { word: "sequelize", definers: ["define"] }, columns },
};
