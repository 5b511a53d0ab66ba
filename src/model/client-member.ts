import type { ArgumentTest } from "./argument-test.ts";
import type { ColumnSource } from "./column-rules.ts";
import type { NamePlaceholders } from "./name-placeholders.ts";
import type { Operation } from "./sql-statement.ts";
import type { TableNaming } from "./table-naming.ts";
import type { TextFunction } from "./text-function.ts";

/** A function, method, constructor, tag or property of a library. */
export interface ClientMember {
  /** Which argument holds a statement; `tag` where the template that it tags does. */
  readonly sql?: StatementArgument;
  /** What names a table: an argument (0-based), or the member's own name. What the call gives keeps that table. */
  readonly table?: TableArgument;
  /**
   * What the call does to the table that it names, else to that of the value before the dot. Where neither is known yet
   * (`knex.insert(row).into("users")`), to the table that a later call of the chain names.
   */
  readonly operation?: Operation;
  /** What the call does instead where a table joins the models of the relation, to that table. */
  readonly joins?: Operation;
  /** What it does instead where the row before a relation holds the key of the related one. */
  readonly held?: HeldRelation;
  /** What the call does instead where rows that leave the relation go, to their table. */
  readonly orphans?: Operation;
  /** What it does besides to a table that joins the models of the relation. */
  readonly alsoJoins?: Operation;
  /** New rows that it is given are written too. */
  readonly cascades?: boolean;
  /** What a call of it gives (its first result): a type of this library, `module#Type`, `receiver` for the value before the dot; `Type[]` for a list. */
  readonly returns?: string;
  /** What it gives instead where an argument is so: `db.Clauses(clause.OnConflict{UpdateAll: true})`. */
  readonly returnsFor?: ArgumentTest & { readonly type: string };
  /** Its operation where an argument is so: `Insert(im.Into("users"), im.OnConflict("id").DoUpdate())`. */
  readonly operationFor?: ArgumentTest & { readonly operation: Operation };
  /** Its operation counts only where an argument is so: `OnConflict(goqu.DoUpdate("id", row))`. */
  readonly onlyWith?: ArgumentTest;
  /** Many other things have its name: it counts only in files that hold this text. */
  readonly beside?: string;
  /** What it is itself, of an object or tag that is exported or a property; `Type[]` for a list. */
  readonly is?: string;
  /** Only where the project declares a model of the member's name. */
  readonly ofDeclared?: boolean;
  /** It is of the table that the value before the dot is of: `Pet.prototype`. */
  readonly keeps?: boolean;
  /** Which argument, 0-based, holds the statement where a tag is called as a function: `$executeRaw(Prisma.sql`…`)`. */
  readonly called?: number;
  /** It is a class that models extend: the types of what the model itself and its instances have from it. */
  readonly class?: { readonly statics: string; readonly instances: string };
  /** What text the call makes, of a helper for building statements: `sql.raw("…")`, `sql.identifier(["users"])`. */
  readonly text?: TextFunction;
  /** The text that it gives is the name of the table of the model in this argument, 0-based, or of the value before the dot: `engine.TableName(&pet)`. */
  readonly nameOf?: number | "receiver";
  /** An argument is a function that gets a value of a type: `db.begin(async (sql) => …)`. */
  readonly callback?: CallbackArgument;
  /** Functions of an object among its arguments are called on what it gives: `getRepository(Pet).extend({ rename() { … } })`. */
  readonly binds?: readonly BoundFunctions[];
  /** Its operation is what the write that the chain has begun becomes: `insert(row).onConflict("id").merge()`. Nothing where none has begun. */
  readonly amends?: boolean;
  /** Whether what it gives is a new row or one from the database. */
  readonly origin?: RowOrigin;
  /** It inserts a new row and updates one from the database; its `operation` is what it does to one of which neither is known. */
  readonly byOrigin?: boolean;
  /** It does nothing to a row that is known to be new: that one is written by another call. */
  readonly ofLoaded?: boolean;
  /** Nor to a row that is handed to one of these methods later. */
  readonly unlessHandedTo?: readonly string[];
  /** An argument describes rows together with rows of related models, which it writes too. */
  readonly nested?: NestedRows;
  /** Which argument, 0-based, holds rows with rows of related models under the names of the relations; it does to those what it does to its own. */
  readonly graph?: number;
  /** Rows of related models inside its own count where an option names the relations: it does to those what it does to its own. */
  readonly included?: IncludedRows;
  /** It writes the related rows that are set on the row in an argument. */
  readonly inside?: RowsInside;
  /** It writes what relations of the row that it is given, or called on, were set to. */
  readonly saves?: SavedRelations;
  /** It writes what fields of rows were set to before it. */
  readonly flushes?: FlushedRows;
  /** Which argument, 0-based, is the schema of the tables that what it gives has named or names: `knex.withSchema("clinic")`. */
  readonly schema?: number;
  /** Which argument, 0-based, is a function that makes the table's name of what calls of the result are given: `pgTableCreator`. */
  readonly naming?: number;
  /** Where the columns of the table that it names stand. Without an `operation` the call declares the table. */
  readonly columns?: ColumnSource;
}

/** Rows of related models inside a row: `{ data: { pets: { create: { name: "Rex" } } } }`. */
export interface NestedRows {
  /** Which argument is the object, 0-based. */
  readonly argument: number;
  /** The keys, at any depth, under which rows stand. */
  readonly rows: readonly string[];
  /** What keys below a relation do to the related model's table. */
  readonly operations: Readonly<Record<string, Operation>>;
  /** Keys below a relation that set the foreign key: a write to the table that holds it. */
  readonly links: readonly string[];
  /** What those keys do to the table that joins two models, of a relation that has one. */
  readonly joins: Readonly<Record<string, readonly Operation[]>>;
  /** The decorator with which the side of a relation that holds the foreign key names its fields, and the key for them. */
  readonly holder: { readonly decorator: string; readonly key: string };
}

/** What is done to the table that holds the key, to the related one, and to the related one where the call writes a new row of it: `Append(&User{Name: "Ann"})`. */
export interface HeldRelation {
  readonly key: Operation;
  readonly related?: Operation;
  readonly written?: Operation;
}

/** `create({ name, pets: [{ … }] }, { include: [{ model: Pet, as: "pets" }] })`. */
export interface IncludedRows {
  /** Which arguments, 0-based, hold the rows and the options. */
  readonly rows: number;
  readonly options: number;
  /** The key of the relations in the options, at any depth: models, names, or objects. */
  readonly under: string;
  /** The keys of the relation in such an object: its name or itself, and of the related model. */
  readonly names: readonly string[];
  readonly model: string;
}

/** `db.Omit("Tags").Create(&Pet{Visits: []Visit{…}})`. */
export interface RowsInside {
  /** Which argument, 0-based, is the row or a list of rows. */
  readonly row: number;
  /** Calls before it that name relations which are not written, and the member that stands for all of them. */
  readonly omits: readonly string[];
  readonly all: string;
  /** Calls before it that name the columns which alone are written. */
  readonly selects: readonly string[];
}

/** `pet.tags.push(tag); await pets.save(pet)`. */
export interface SavedRelations {
  /** Which argument, 0-based, is the row or a list of rows; `receiver` for the value before the dot. */
  readonly row: number | "receiver";
  /** Methods that make a row of an object. */
  readonly makers: readonly string[];
  /** Methods that add to a relation to many rows. */
  readonly adders: readonly string[];
}

/** `pet.name = "Rex"; await em.flush()`. */
export interface FlushedRows {
  /** Which argument, 0-based, is a function whose rows it writes at its end; those of the function around it where this is left out. */
  readonly inside?: number;
  /** Methods that write what has changed. */
  readonly methods: readonly string[];
  /** Methods that are given a row and tell the write of it. */
  readonly told: readonly string[];
  /** Methods that change a list in place. */
  readonly growing: readonly string[];
}

export type RowOrigin = "new" | "loaded";

export interface CallbackArgument {
  /** Which argument is the function, 0-based; negative counts from the end. */
  readonly argument: number;
  /** The type of its parameter. */
  readonly parameter: string;
  /** Which of its parameters, 0-based; the first where this is left out. */
  readonly index?: number;
}

export interface BoundFunctions {
  /** Which argument is the object, 0-based. */
  readonly argument: number;
  /** The key under which it holds an object with the functions; they are its own where this is left out. */
  readonly under?: string;
  /** They are called on a value of this type that is of the same table; on what the call gives where this is left out. */
  readonly type?: string;
}

export interface StatementArgument {
  /** 0-based; negative counts from the end. */
  readonly argument: number | "tag";
  /** The keys under which an object in that place holds the statement: `{ text: "…" }`. */
  readonly keys?: readonly string[];
  /** Whether an unknown text there is to be reported as a write that cannot be told. */
  readonly writes: boolean;
  /** The argument is a list, each of whose elements is a statement or holds one: `db.batch(["…", { sql: "…" }])`. */
  readonly list?: boolean;
  /** The text is a piece of a statement: it counts only where it is put into one. */
  readonly fragment?: boolean;
  /** Methods of what a tag gives that write their argument behind the statement: `` sql`DELETE FROM `.append(name) ``. */
  readonly appenders?: readonly string[];
  /** Stands in the text for a name, where the argument for it is made by a text function of the library: `?` with `bun.Ident("users")`. */
  readonly placeholder?: string;
  /** How names among its values stand in the text: `UPDATE ?? SET …` with `["users"]`. */
  readonly names?: NamePlaceholders;
}

export interface TableArgument {
  /**
   * 0-based; negative counts from the end; `name` is the member's own name, `receiver` the value before the dot, `joining` the
   * table that joins the relation before the dot or holds its key, `type` the call's first type argument.
   */
  readonly argument: number | "name" | "receiver" | "joining" | "type";
  /** So does every argument behind it: `AutoMigrate(&User{}, &Pet{})`. */
  readonly rest?: boolean;
  /** Of several arguments those that are a value of this type of the library. */
  readonly is?: string;
  /** It may be a list, each of whose elements names a table: `truncate(["users", "pets"])`; elsewhere such a list is schema and name. */
  readonly list?: boolean;
  /** Only where the chain has named no table before: `db.Table("users").Create(&row)`. */
  readonly unlessNamed?: boolean;
  /** Not where a later call of the chain has this name: that one names the table, `Model(&rows).ModelTableExpr("users")`. */
  readonly unlessLater?: string;
  /** Where it names none and a later call of the chain has this name, that one does: `Model(&ids).Table("users")`. */
  readonly orLater?: string;
  /** A leading one in the text stands for the argument behind it: `TableExpr("? AS u", bun.Ident("users"))`. */
  readonly placeholder?: string;
  /** The argument names a relation of the model before the dot: `db.Model(&user).Association("Roles")`. */
  readonly relation?: boolean;
  /** Where the call has an argument for that model, its place: `relation(Pet, "tags")`. */
  readonly relationOf?: number;
  /** The keys under which an object in that place names the table: `{ tableName: "users" }`. */
  readonly keys?: readonly string[];
  /** A text in that place names something else. */
  readonly keysOnly?: boolean;
  /** A text in that place may be the name of a model: `getRepository("User")`. */
  readonly model?: boolean;
  /** The argument is the name of a model, whose table these options name. */
  readonly options?: ModelOptions;
  /** Where the call has no such argument, or nothing is told by it: the place of another that names the table. */
  readonly otherwise?: number;
}

/** An object that says how a model's table is named: `User.init(columns, { tableName: "users" })`. */
export interface ModelOptions {
  /** 0-based; negative counts from the end. */
  readonly argument: number;
  /** The keys of the table's name. */
  readonly table: readonly string[];
  /** The keys of the model's own name, where it is another than the class's. */
  readonly model?: readonly string[];
  /** Where the columns stand, of a call that sets a model up. */
  readonly columns?: ColumnSource;
  /** Keys that are `true` where the table is named in another way than by the library's custom. */
  readonly namings?: Readonly<Record<string, TableNaming>>;
}
