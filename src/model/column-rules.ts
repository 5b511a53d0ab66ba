import type { TableNaming } from "./table-naming.ts";

/** Where the columns stand of a table that a call creates, alters or declares. Arguments are 0-based. */
export type ColumnSource =
  /** The keys of an object, or of one that a function gives: `pgTable("users", { email: text() })`. */
  | { readonly kind: "keys"; readonly argument: number; readonly under?: string; readonly orItself?: true; readonly named?: ColumnNaming; readonly foreign?: ForeignKeyCalls }
  /** Objects in a list: `new Table({ columns: [{ name: "email" }] })`. */
  | { readonly kind: "list"; readonly argument: number; readonly under: string; readonly key: string }
  /** Calls on what a function is given: `createTable("users", (table) => { table.string("email"); })`. */
  | { readonly kind: "callback"; readonly argument: number; readonly calls: ColumnCalls }
  /** Calls of the chain behind: `createTable("users").addColumn("email", "text")`. */
  | { readonly kind: "chain"; readonly calls: ColumnCalls }
  /** The argument names one: `addColumn("users", "email")`. */
  | { readonly kind: "name"; readonly argument: number };

/** The argument with calls of this name that declare foreign keys over columns, by their keys. */
export interface ForeignKeyCalls {
  readonly argument: number;
  readonly call: string;
}

/** What names a column otherwise than its key: an entry of the object there, or the first argument of the call there that is a text. */
export interface ColumnNaming {
  readonly key?: string;
  readonly call?: true;
}

/** Calls that name a column in an argument: those of some names, or all but those. */
export interface ColumnCalls {
  readonly argument: number;
  readonly only?: readonly string[];
  readonly except?: readonly string[];
}

/** How the fields of a model name the columns of its table. */
export interface ColumnRules {
  /** How a field that says nothing is named. */
  readonly naming: TableNaming;
  /** Decorators that name it in an argument or under a key of it, or give the field's own name an ending. */
  readonly decorators?: Readonly<Record<string, ColumnDecorator>>;
  /** Only fields with one of the decorators are columns. */
  readonly decorated?: boolean;
  /** Struct tags that name it. */
  readonly tags?: readonly ColumnTag[];
  /** Structs of the library that models embed, and the columns that come with them. */
  readonly embedded?: Readonly<Record<string, readonly string[]>>;
  /** A method of the model gives a list of calls that name columns; `renamed` is the call behind one that names it anew. */
  readonly method?: { readonly name: string; readonly renamed: string };
}

export interface ColumnDecorator {
  /** 0-based; the first where this is left out. */
  readonly argument?: number;
  readonly keys?: readonly string[];
  readonly ending?: string;
}

/** `gorm:"column:email"`, `xorm:"'email'"`, `bun:"email"`. */
export interface ColumnTag {
  readonly key: string;
  /** What stands before the name: `column`; or that it stands in quotes, or comes first. */
  readonly name: { readonly option: string } | "quoted" | "first";
  /** Words of the tag that only a model's key has. */
  readonly keyWords: readonly string[];
  /** Words of the tag of a field that is no column but a relation. */
  readonly relationWords: readonly string[];
}
