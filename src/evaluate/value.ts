import type { ClientLibrary } from "../model/client.ts";
import type { ClientMember, RowOrigin } from "../model/client-member.ts";
import type { ColumnSource } from "../model/column-rules.ts";
import type { Place } from "../model/place.ts";
import type { SourceModel } from "../model/source-model.ts";
import type { Operation, TableName } from "../model/sql-statement.ts";
import type { TextPiece } from "../model/sql-text.ts";
import type { Call, Composite, Expression, FunctionNode, RecordType, TypeDeclaration, TypeExpression } from "../model/syntax.ts";

/** What an expression may be, as far as the source tells. */
export type Value = TextValue | ListValue | CompositeValue | FunctionValue | ClientValue | ExternalValue | NamespaceValue | TypeValue | InstanceValue | UnknownValue;

/** The alternatives of an expression: never empty, at most `MAX_ALTERNATIVES`. */
export type Values = readonly Value[];

export const MAX_ALTERNATIVES = 16;

/** Models and other values that are no text do not multiply when they are put together. */
const MAX_VALUES = 64;

/** A string, with holes where parts are unknown. */
export interface TextValue {
  readonly kind: "text";
  readonly pieces: readonly TextPiece[];
}

/** A list whose elements are evaluated: what a call or a loop made of other lists. */
export interface ListValue {
  readonly kind: "list";
  readonly elements: readonly Values[];
  /** The type of its elements where it is declared: a library may fill the list with more of them. */
  readonly of?: Type;
}

/** A list, map or struct as its literal writes it; entries are evaluated when asked for. */
export interface CompositeValue {
  readonly kind: "composite";
  readonly node: Composite;
  readonly site: Site;
  /** Its type where only the named list or map around it says it. */
  readonly type?: Type;
}

/** A function or method of the project. */
export interface FunctionValue {
  readonly kind: "function";
  readonly node: FunctionNode;
  readonly model: SourceModel;
  /** The value before the dot, of a method. */
  readonly receiver: Values | undefined;
  /** The call that it was made in, whose parameters and variables it sees. */
  readonly madeIn?: Frame | undefined;
}

/** A function, method, class or tag of a known database library. */
export interface ClientValue {
  readonly kind: "client";
  readonly library: ClientLibrary;
  readonly member: ClientMember;
  readonly name: string;
  /** The value before the dot, of a method. */
  readonly receiver: InstanceValue | undefined;
}

/** Something of a library that is no database library, or of a module that is not there: `fmt.Sprintf` is `fmt`, `["Sprintf"]`. */
export interface ExternalValue {
  readonly kind: "external";
  readonly module: string;
  readonly path: readonly string[];
}

/** A module or package of the project. */
export interface NamespaceValue {
  readonly kind: "namespace";
  readonly paths: readonly string[];
}

/** A class or type itself. */
export interface TypeValue {
  readonly kind: "type";
  readonly declaration: TypeDeclaration;
  readonly model: SourceModel;
  /** The call that made the class: of one function that makes classes each call makes another. */
  readonly madeIn?: Frame | undefined;
  /** It, or a class that extends it, is what the callers of this function hand over. */
  readonly parameterOf?: Place;
}

/** A value of a known type. */
export interface InstanceValue {
  readonly kind: "instance";
  readonly type: Type;
  /** The table that a builder, repository or table object stands for. */
  readonly table?: TableReference;
  /** It was made by `new` here. */
  readonly isNew?: boolean;
  /** It is `this` in a method of its class: of a model a row that is there, for who makes a new one writes it too. */
  readonly isSelf?: boolean;
  /** The method that it is `this` in: who calls that tells what the class leaves to those which extend it. */
  readonly selfIn?: Place;
  /** Inside of its class's constructor, for the call that made it. */
  readonly constructed?: Site;
  /** What a builder is to do once a later call names its table. */
  readonly pending?: Operation;
  /** Where the write that its chain has begun is shown. */
  readonly writtenAt?: Place;
  /** The schema of the tables that it names. */
  readonly schema?: string;
  /** The functions that make the names of the tables that it names. */
  readonly naming?: Values;
  /** The struct that embeds it: what is set there is its own. */
  readonly outer?: InstanceValue;
  /** The struct and the field that hold it. */
  readonly heldBy?: { readonly struct: Entity; readonly field: string };
  /** What its generic type is of: `Repository[User]`. */
  readonly typeArguments?: TypeArguments;
  /** It comes of a parameter of this function: the function's callers may tell more of it. */
  readonly parameterOf?: Place;
}

/** A table as code names it. `table` is undefined where the name cannot be told: `reason` says why. */
export interface TableReference {
  readonly table: TableName | undefined;
  /** Where its name stands. */
  readonly place: Place;
  readonly reason?: string;
  readonly parameterOf?: Place;
  /** The model that names it. */
  readonly entity?: Entity;
  /** The table that joins the models, of a relation. */
  readonly joining?: TableName;
  /** The table of the model before a relation, where it holds the key of the related rows. */
  readonly holder?: TableName;
  /** A row that leaves the relation goes. */
  readonly orphans?: boolean;
  /** The name under which a call has defined its model. */
  readonly modelName?: string;
  /** Whether the row that stands for it is new or came from the database, where that is known. */
  readonly origin?: RowOrigin;
  /** Where the call that made the new row has written it. */
  readonly writtenAt?: Place;
  /** The call that declares its columns. */
  readonly declaredBy?: { readonly columns: ColumnSource; readonly call: Call; readonly site: Site };
}

/** A declared class or struct whose instances are rows. */
export interface Entity {
  readonly declaration: TypeDeclaration;
  readonly model: SourceModel;
  readonly named?: NamedAnew;
  /** The instance, where its literal is known. */
  readonly value?: Value;
}

/** A type of its own that has the fields of another struct, but not its name or methods: `type Guest User`. */
export type NamedAnew = Pick<Entity, "declaration" | "model">;

/** Tells declarations apart; a file that is read again declares the same. */
export function keyOfEntity({ named, ...own }: Pick<Entity, "declaration" | "model" | "named">): string {
  const { declaration, model } = named ?? own;
  return `${model.file.path}:${declaration.span.start}`;
}

export interface UnknownValue {
  readonly kind: "unknown";
  /** Why, to follow "because". */
  readonly reason: string;
  /** It is, or comes of, a parameter of the function there: the function's callers may tell. */
  readonly parameterOf?: Place;
  /** Where it is run as a statement: those of which it may be one, or a parameter whose callers may tell it. */
  readonly statements?: Values;
}

export type Type =
  | TypeOfLibrary
  | { readonly kind: "external"; readonly module: string; readonly path: readonly string[] }
  | { readonly kind: "declared"; readonly declaration: TypeDeclaration; readonly model: SourceModel; readonly madeIn?: Frame | undefined; readonly named?: NamedAnew }
  | { readonly kind: "record"; readonly record: RecordType; readonly model: SourceModel }
  /** `named` where a type of its own has methods: `type Pets []Pet`. */
  | { readonly kind: "list"; readonly element: Type; readonly named?: NamedAnew }
  | { readonly kind: "function"; readonly result: Type }
  /** That of a module or object: `typeof schema`. */
  | { readonly kind: "value"; readonly value: NamespaceValue | CompositeValue };

/** A type of a known library. */
export interface TypeOfLibrary {
  readonly kind: "client";
  readonly library: ClientLibrary;
  readonly name: string;
  /** The model that it is written for. */
  readonly model?: Type;
  /** What the library's tool has generated for a model, and the file that declares or imports it. */
  readonly generated?: { readonly model: string; readonly from: SourceModel; readonly declared?: Type };
}

/** Where an expression stands: its file, and the call that it is evaluated for. */
export interface Site {
  readonly model: SourceModel;
  readonly frame: Frame | undefined;
}

/** Types as they are written at a site. */
export interface TypeArguments {
  readonly types: readonly TypeExpression[];
  readonly site: Site;
}

/** One call of a function of the project: what its parameters are. */
export interface Frame {
  readonly function: FunctionNode;
  readonly arguments: readonly Values[];
  /** The same as the call writes them, where there is one. */
  readonly written?: readonly Expression[];
  /** The last argument is a list for the rest of the parameters: `insert(rows...)`. */
  readonly spread?: boolean;
  /** Those that the call writes: `Clear[User](db)`. */
  readonly typeArguments?: readonly TypeExpression[];
  readonly receiver: Values | undefined;
  /** The call that the function was made in. */
  readonly madeIn?: Frame | undefined;
  /** How many calls deep; calls beyond `MAX_CALL_DEPTH` are not followed. */
  readonly depth: number;
  readonly caller: Site | undefined;
}

export const MAX_CALL_DEPTH = 4;
/** How deep a helper is followed that hands what it is given to helpers: `insert(table)` to `execute(query)` to `wrap(query)`. */
export const MAX_HELPER_DEPTH = 6;

/** Something that the language or its host has, or that was kept there: a declared type says more of it. */
export function isGlobal(value: Value): boolean {
  return value.kind === "external" && value.module === "";
}

/** Something of a file that is not there: what it is used for says more of it. */
export function isMissing(value: Value): boolean {
  return value.kind === "external" && /^\.\.?(?:\/|$)/.test(value.module);
}

export function unknown(reason: string): Values {
  return [{ kind: "unknown", reason }];
}

/** The union of alternatives; of more texts than `MAX_ALTERNATIVES` none is told, beside what else there is. */
export function eitherOf(...alternatives: readonly Values[]): Values {
  const all = [...new Set(alternatives.flat())];
  if (all.length <= 1) return all;
  const distinct = all.filter((value, index) => all.findIndex((other) => isSame(value, other)) === index);
  const others = distinct.filter((value) => value.kind !== "text");
  const hasTexts = distinct.length - others.length <= MAX_ALTERNATIVES;
  const told = hasTexts ? distinct : [...others, ...unknown(`it has more than ${MAX_ALTERNATIVES} values`)];
  return told.length > MAX_VALUES ? unknown(`it has more than ${MAX_VALUES} values`) : told;
}

/** Whether two values say the same: instances of one type that stand for one table. */
function isSame(a: Value, b: Value): boolean {
  if (a === b) return true;
  return a.kind === "instance" && b.kind === "instance" && isSameType(a.type, b.type) && a.table === b.table && a.pending === b.pending && a.parameterOf === b.parameterOf && a.outer?.type === b.outer?.type && a.heldBy?.field === b.heldBy?.field;
}

function isSameType(a: Type, b: Type): boolean {
  switch (a.kind) {
    case "client":
      return b.kind === "client" && a.library === b.library && a.name === b.name && a.generated?.model === b.generated?.model;
    case "declared":
      return b.kind === "declared" && keyOfEntity(a) === keyOfEntity(b) && a.madeIn === b.madeIn;
    case "list":
      return b.kind === "list" && isSameType(a.element, b.element);
    default:
      return a === b;
  }
}
