import type { ModelOptions, NestedRows, TableArgument } from "./client-member.ts";
import type { ColumnRules } from "./column-rules.ts";
import type { KeyActions, RelationRules } from "./relation-rules.ts";
import type { LanguageId } from "./source-file.ts";
import type { NamingConfiguration, TableNaming } from "./table-naming.ts";

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
  /** What that decorator says of the key. */
  readonly holderActions?: KeyActions;
  /** Calls anywhere in the project that say which table a model has: `dbMap.AddTableWithName(User{}, "users")`. */
  readonly registrations?: Readonly<Record<string, TableRegistration>>;
  /** Structs of the library with which a project configures the naming: `schema.NamingStrategy{SingularTable: true}`. */
  readonly configurations?: readonly NamingConfiguration[];
  /** The key of the defaults of all models in what sets the library up, the JSON files that may hold it, one object an environment, and keys that are `true` there where tables are named in another way: `{ define: { underscored: true } }`. */
  readonly defaults?: { readonly under: string; readonly files?: readonly string[]; readonly namings: Readonly<Record<string, TableNaming>> };
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
  /** The model stands under a key of that argument, its table's name under others: `new EntitySchema({ class: Pet, tableName: "pets" })`. */
  readonly under?: { readonly model: string; readonly names: readonly string[] };
}
