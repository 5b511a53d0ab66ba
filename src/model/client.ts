import type { ArgumentTest } from "./argument-test.ts";
import type { ColumnRules, ColumnSource } from "./column-rules.ts";
import type { GeneratedCode } from "./generated-code.ts";
import type { NamePlaceholders } from "./name-placeholders.ts";
import type { RelationRules } from "./relation-rules.ts";
import type { LanguageId } from "./source-file.ts";
import type { Dialect, Operation } from "./sql-statement.ts";
import type { NamingConfiguration, TableNaming } from "./table-naming.ts";
import type { TextFunction } from "./text-function.ts";

/**
 * A database library as data: which of its functions take a statement or a table, and what they return.
 * One file a library under `clients/<language>/`.
 */
export interface ClientLibrary {
  /** `go/database-sql`: what an access says it came by. */
  readonly id: string;
  readonly language: LanguageId;
  /** Import specifiers; one that ends in `/*` covers what is below it, one that begins so any module of that name, a fork. */
  readonly modules: readonly string[];
  /** The database it speaks to, where it speaks to one only. */
  readonly dialect?: Dialect;
  /** Words of a file that uses it without any SQL verb; besides the names of members that have an `operation`, which count anyway where the project requires the library. */
  readonly markers?: readonly string[];
  /** What the module exports, by name; `default` is its default export, `*` the module itself when it is called. */
  readonly exports: Readonly<Record<string, ClientMember>>;
  /** Types by name, as source code names them where it can. */
  readonly types: Readonly<Record<string, ClientType>>;
  /** Types that code names without importing them: `D1Database` of Cloudflare's runtime. */
  readonly globals?: readonly string[];
  /** Words of files that declare its tables in code; looked for where the project requires the library. */
  readonly declaring?: readonly string[];
  /** How its models name their tables, of an ORM. */
  readonly entities?: EntityRules;
  /** Names that a value of a type has by custom, whatever file sets it up. */
  readonly customary?: Readonly<Record<string, string>>;
  /** Names that its handle has by custom where nothing tells what they hold, in a project that requires the library: `ctx.db`, `app.get("knex")`. */
  readonly handles?: { readonly names: readonly string[]; readonly type: string };
  /** Its models are globals by the names of their files, in a project that requires it. */
  readonly ambient?: AmbientModels;
  /** How calls of it are told where nothing tells what they are made on. */
  readonly recognised?: readonly RecognisedCall[];
  /** What its tool writes into the project. */
  readonly generates?: GeneratedCode;
  /** Files that its tool runs: functions that take a value of a type for their first parameter. */
  readonly migrations?: MigrationFunctions;
}

/** Models that are globals by the names of their files. */
export interface AmbientModels {
  /** The files stand below a folder of this path, wherever it is, and hold a word. */
  readonly folder: string;
  readonly word: string;
  /** What a file exports has the table's name under this key, else the file's name makes it. */
  readonly table: string;
  readonly naming: TableNaming;
  readonly type: string;
}

/** A call of a method of a type. */
export type RecognisedCall =
  /** Its argument is one of the library's tables or model classes. */
  | { readonly type: string; readonly by: "table" }
  /** Its argument is a row of one of the library's models, or a list of them. */
  | { readonly type: string; readonly by: "row" }
  /** Its argument is an object with one of the keys, and the member before it is named after a model. */
  | { readonly type: string; readonly by: "keys"; readonly keys: readonly string[] }
  /**
   * What it is made on is named after the file that exports a model, one of a folder that is loaded at run time, and stands under a
   * name: `models.users.query()`. `word` is one that each such file holds.
   */
  | { readonly type: string; readonly by: "file"; readonly under: string; readonly word: string }
  /** It has a name that nothing else has. */
  | { readonly type: string; readonly by: "name"; readonly names: readonly string[] };

/** How a migration is told where no type says it: `exports.up = function (knex) { … }`. */
export interface MigrationFunctions {
  readonly functions: readonly string[];
  /** The names that the parameter has by custom. */
  readonly parameters: readonly string[];
  readonly type: string;
}

export interface ClientType {
  /** Types whose members it has too, of this library or `module#Type`. */
  readonly extends?: readonly string[];
  readonly members: Readonly<Record<string, ClientMember>>;
  /** What any other member is: the builder again (`receiver`), or a model (`prisma.user`). */
  readonly otherMembers?: ClientMember;
  /** Its values stand for one table each: what a field of the type is set to tells which. */
  readonly standsForTable?: boolean;
  /** Which type argument is the model whose table its values stand for: `Repository<User>`. */
  readonly model?: number;
  /** The value is itself called or used as a tag: `` sql`…` ``, `knex("users")`. */
  readonly call?: ClientMember;
}

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
  /** It is of the table that the value before the dot is of: `Pet.prototype`. */
  readonly keeps?: boolean;
  /** Which argument, 0-based, holds the statement where a tag is called as a function: `$executeRaw(Prisma.sql`…`)`. */
  readonly called?: number;
  /** It is a class that models extend: the types of what the model itself and its instances have from it. */
  readonly class?: { readonly statics: string; readonly instances: string };
  /** What text the call makes, of a helper for building statements: `sql.raw("…")`, `sql.identifier(["users"])`. */
  readonly text?: TextFunction;
  /** An argument is a function that gets a value of a type: `db.begin(async (sql) => …)`. */
  readonly callback?: CallbackArgument;
  /** Its operation is what the write that the chain has begun becomes: `insert(row).onConflict("id").merge()`. Nothing where none has begun. */
  readonly amends?: boolean;
  /** Whether what it gives is a new row or one from the database. */
  readonly origin?: RowOrigin;
  /** It inserts a new row and updates one from the database; its `operation` is what it does to one of which neither is known. */
  readonly byOrigin?: boolean;
  /** It does nothing to a row that is known to be new: that one is written by another call. */
  readonly ofLoaded?: boolean;
  /** An argument describes rows together with rows of related models, which it writes too. */
  readonly nested?: NestedRows;
  /** Which argument, 0-based, holds rows with rows of related models under the names of the relations; it does to those what it does to its own. */
  readonly graph?: number;
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

export type RowOrigin = "new" | "loaded";

export interface CallbackArgument {
  /** Which argument is the function, 0-based; negative counts from the end. */
  readonly argument: number;
  /** The type of its parameter. */
  readonly parameter: string;
  /** Which of its parameters, 0-based; the first where this is left out. */
  readonly index?: number;
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

/** How the models of a library name their tables. */
export interface EntityRules {
  /** Members that say it, a text or a method that returns one: Go's `TableName`, `static tableName`; `*` is any element of a list. */
  readonly members?: readonly string[];
  /** Decorators that say it in an argument or under a key of it: `@Entity("users")`, `@Table({ tableName: "users" })`. */
  readonly decorators?: Readonly<Record<string, TableArgument>>;
  /** Decorators that say the schema, under a key or as a text. */
  readonly schemas?: Readonly<Record<string, TableArgument>>;
  /** The models that a client's members are named after stand in files of this language that hold this word: `model` of `schema.prisma`. */
  readonly declaredIn?: { readonly language: LanguageId; readonly word: string };
  /** Models are asked for by name too: a word of the files that declare them, and members that define one: `sequelize.define("User", …)`. */
  readonly named?: { readonly word: string; readonly definers?: readonly string[] };
  /** Static methods of a model that set it up, called in the file that declares it: `User.init(…)`. */
  readonly initialisers?: Readonly<Record<string, ModelOptions>>;
  /** Only classes with one of the decorators are models. */
  readonly decorated?: boolean;
  /** Decorators of a model that is kept in the table of the one it extends. */
  readonly inheriting?: readonly string[];
  /** Struct tags that say it: `bun:"table:users"`, `pg:"users,alias:u"`. */
  readonly tags?: readonly TableTag[];
  /** Struct tags of a relation that name the table which joins the two models: `gorm:"many2many:user_roles"`. */
  readonly joinTables?: readonly TableTag[];
  /** How models say which models they relate to, where no type of a field does. */
  readonly relations?: RelationRules;
  /** The decorator of the side of a relation that holds the foreign key, and its key for the fields of it. */
  readonly holder?: NestedRows["holder"];
  /** Calls anywhere in the project that say which table a model has: `dbMap.AddTableWithName(User{}, "users")`. */
  readonly registrations?: Readonly<Record<string, TableRegistration>>;
  /** Structs of the library with which a project configures the naming: `schema.NamingStrategy{SingularTable: true}`. */
  readonly configurations?: readonly NamingConfiguration[];
  /** The key of the defaults of all models in what sets the library up, and keys that are `true` there where tables are named in another way: `{ define: { underscored: true } }`. */
  readonly defaults?: { readonly under: string; readonly namings: Readonly<Record<string, TableNaming>> };
  /** A call in a plain function or a variable of the generated file that declares a model's type: its argument is the table's name, or the model itself. */
  readonly generated?: { readonly calls: readonly string[]; readonly argument: number };
  /** How a model that says nothing is named; undefined where its table cannot be told then. */
  readonly naming: TableNaming | undefined;
  /** How the fields of a model name the columns of its table. */
  readonly columns?: ColumnRules;
}

/** Where a struct tag names a table. */
export interface TableTag {
  readonly key: string;
  /** What stands before its value, up to `:` or `(`: `many2many`; none where the value comes first. */
  readonly option?: string;
  /** Of a field of this name only. */
  readonly field?: string;
}

/** Which arguments, 0-based, hold the model, its table's name, the schema, or a prefix of the name that it has anyway. */
export interface TableRegistration {
  readonly model: number;
  readonly name?: number;
  readonly schema?: number;
  readonly prefix?: number;
  /** Every argument from `model` on is a model. */
  readonly rest?: boolean;
}
