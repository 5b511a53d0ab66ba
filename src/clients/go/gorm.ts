import type { ClientLibrary } from "../../model/client.ts";
import type { ClientMember, HeldRelation, TableArgument } from "../../model/client-member.ts";
import type { Operation } from "../../model/sql-statement.ts";
import { asks, chain, each, gives, names, runs, withNames, writes, writesBefore } from "../members.ts";

/** `Table` and `Model` go before the model that is handed over (gorm.io/docs/update.html, "Update attributes with Update/Updates"). */
const model: TableArgument = { argument: 0, unlessNamed: true };
const models: TableArgument = { argument: 0, rest: true, unlessNamed: true };

function saves(operation: Operation, table: TableArgument = model): ClientMember {
  return writes(operation, table, { returns: "receiver" });
}

/** Related rows that are set on the row are written with it (gorm.io/docs/associations.html, "Auto Create/Update", "Skip Auto Create/Update"). */
function cascades(operation: Operation): ClientMember {
  return { ...saves(operation), inside: { row: 0, omits: ["Omit"], all: "Associations", selects: ["Select"] } };
}

/**
 * What is done to the related table, which holds the key of a "has one" and a "has many", and to one that joins the two; of a "belongs to"
 * the row before it holds the key (gorm.io/docs/associations.html, "Association Mode").
 */
function relates(operation: Operation, joins: Operation, held: HeldRelation): ClientMember {
  return writesBefore(operation, { joins, held, returns: "receiver" });
}

/** A conflict that the clause only lets pass stays an insert (gorm.io/docs/create.html, "Upsert / On Conflict"). */
function upsertsInto(type: string): Required<Pick<ClientMember, "returnsFor">> {
  return { returnsFor: { keys: ["UpdateAll", "DoUpdates"], type } };
}

/** Reading sets the model of a chain that has none: `db.First(&user).Update("name", name)`. */
const finders = each("First Take Last Find FirstOrInit Scan", names(model));

const schemaChanges: Readonly<Record<string, ClientMember>> = {
  ...each("AutoMigrate CreateTable", saves("create-table", models)),
  ...each("DropTable DropTableIfExists", saves("drop-table", models)),
  ...each("AddColumn DropColumn AlterColumn MigrateColumn RenameColumn CreateConstraint DropConstraint", writes("alter-table", model)),
  ...each("CreateIndex", writes("create-index", model)),
  ...each("DropIndex RenameIndex", writes("drop-index", model)),
  RenameTable: writes("rename-table", 0),
  CreateView: writes("create-view", 0),
  DropView: writes("drop-view", 0),
};

/** Both versions: gorm.io/docs and v1.gorm.io/docs. */
export const gorm: ClientLibrary = {
  id: "go/gorm",
  language: "go",
  modules: ["gorm.io/gorm", "github.com/jinzhu/gorm", "*/gorm"],
  declaring: ["gorm.Model", "gorm:\""],
  recognised: [{ type: "DB", by: "row" }, { type: "DB", by: "handle", members: ["Table"], endings: ["db", "tx", "orm", "conn"] }],
  exports: {
    Open: gives("DB"),
    // gorm.io/docs/sql_builder.html: SQL that stands where a value would, `db.Exec("DELETE FROM ? …", gorm.Expr("users"))`.
    Expr: { text: { kind: "same", text: 0 } },
    G: { ...names({ argument: "type" }, "Generic"), ...upsertsInto("UpsertingGeneric") },
  },
  types: {
    DB: {
      members: {
        ...finders,
        ...schemaChanges,
        DB: gives("database/sql#DB"),
        CommonDB: gives("database/sql#DB"),
        New: gives("DB"),
        // gorm.io/docs/write_plugins.html: processors are named like what they belong to.
        Callback: gives("Callbacks"),
        Clauses: { ...chain, ...upsertsInto("UpsertingDB") },
        Model: names(model),
        Table: names(0),
        ...each("Create CreateInBatches FirstOrCreate", cascades("insert")),
        Save: cascades("upsert"),
        Updates: saves("update"),
        UpdateColumns: saves("update"),
        Update: writesBefore("update", { returns: "receiver" }),
        UpdateColumn: writesBefore("update", { returns: "receiver" }),
        Delete: saves("delete"),
        ...withNames("?", { Exec: runs(0, { returns: "receiver" }), Raw: asks(0, { returns: "receiver" }) }),
        Association: { table: { argument: 0, relation: true }, returns: "Association" },
        Migrator: gives("Migrator"),
        ModifyColumn: writesBefore("alter-table", { returns: "receiver" }),
        AddIndex: writesBefore("create-index", { returns: "receiver" }),
        AddUniqueIndex: writesBefore("create-index", { returns: "receiver" }),
        RemoveIndex: writesBefore("drop-index", { returns: "receiver" }),
        AddForeignKey: writesBefore("alter-table", { returns: "receiver" }),
        RemoveForeignKey: writesBefore("alter-table", { returns: "receiver" }),
        DropColumn: writesBefore("alter-table", { returns: "receiver" }),
        Transaction: { callback: { argument: 0, parameter: "DB" } },
      },
      otherMembers: chain,
    },
    UpsertingDB: { extends: ["DB"], members: each("Create CreateInBatches", cascades("upsert")) },
    Migrator: { members: schemaChanges },
    Callbacks: { members: {}, otherMembers: chain },
    Association: {
      members: {
        Append: relates("upsert", "insert", { key: "update", written: "insert" }),
        Replace: relates("upsert", "replace", { key: "update", written: "insert" }),
        ...each("Delete Clear", relates("update", "delete", { key: "update" })),
        Unscoped: gives("UnscopedAssociation"),
      },
      otherMembers: chain,
    },
    UnscopedAssociation: {
      extends: ["Association"],
      members: {
        Replace: relates("replace", "replace", { key: "update", related: "delete", written: "insert" }),
        ...each("Delete Clear", relates("delete", "delete", { key: "update", related: "delete" })),
      },
      otherMembers: chain,
    },
    Generic: {
      members: {
        Table: names(0),
        Create: writesBefore("insert"),
        CreateInBatches: writesBefore("insert"),
        Update: writesBefore("update"),
        Updates: writesBefore("update"),
        Delete: writesBefore("delete"),
        Exec: runs(1),
        Raw: asks(0, { returns: "receiver" }),
      },
      otherMembers: chain,
    },
    UpsertingGeneric: { extends: ["Generic"], members: each("Create CreateInBatches", writesBefore("upsert")) },
  },
  entities: {
    members: ["TableName"],
    joinTables: [{ key: "gorm", option: "many2many" }],
    // gorm.io/docs/belongs_to.html, "Override Foreign Key" and "FOREIGN KEY Constraints".
    relations: { keys: { tag: { key: "gorm", option: "foreignKey" }, endings: ["ID", "Id"], constraint: "constraint" } },
    configurations: [{ type: "NamingStrategy", prefix: "TablePrefix", singular: "SingularTable" }],
    naming: "snake-plural",
    columns: {
      naming: "snake",
      tags: [{ key: "gorm", name: { option: "column" }, keyWords: ["primarykey", "primary_key"], relationWords: ["many2many", "foreignkey", "polymorphic", "references"] }],
      embedded: { Model: ["id", "created_at", "updated_at", "deleted_at"] },
    },
  },
};
