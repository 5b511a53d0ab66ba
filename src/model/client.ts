import type { ClientMember } from "./client-member.ts";
import type { EntityRules } from "./entity-rules.ts";
import type { GeneratedCode } from "./generated-code.ts";
import type { LanguageId } from "./source-file.ts";
import type { Dialect } from "./sql-statement.ts";
import type { TableNaming } from "./table-naming.ts";

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
  /** Names under which the models that the project declares stand by custom, where nothing tells what they hold: `app.db.models.User`, `request.app.get("models")`. */
  readonly registries?: { readonly names: readonly string[]; readonly type: string };
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
  /** Its argument is a row of one of the library's models, or a list of them; of these methods only, where other things have the names of the rest. */
  | { readonly type: string; readonly by: "row"; readonly only?: readonly string[] }
  /** Its argument is an object with one of the keys, and the member before it is named after a model. */
  | { readonly type: string; readonly by: "keys"; readonly keys: readonly string[] }
  /**
   * What it is made on is named after the file that exports a model, one of a folder that is loaded at run time, and stands under a
   * name: `models.users.query()`. `word` is one that each such file holds.
   */
  | { readonly type: string; readonly by: "file"; readonly under: string; readonly word: string }
  /** It is one of these and takes a text, and what it is made on is named with one of the endings, as a handle is by custom: `app.DB().Table("users")`. */
  | { readonly type: string; readonly by: "handle"; readonly members: readonly string[]; readonly endings: readonly string[] }
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
  /** The type of its rows, of a query that gives them once it is waited for: `for (const pet of await Pet.query())`. */
  readonly rows?: string;
  /** Which type argument is the model whose table its values stand for: `Repository<User>`. */
  readonly model?: number;
  /** The value is itself called or used as a tag: `` sql`…` ``, `knex("users")`. */
  readonly call?: ClientMember;
}
