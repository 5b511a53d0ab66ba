import type { TextFunction } from "../../model/text-function.ts";

/** What a language's own library makes of text. */
export interface TextFunctions {
  /** By module and name, `fmt.Sprintf`; a builtin by its name alone. */
  readonly functions: Readonly<Record<string, TextFunction>>;
  /** Methods of texts and lists, by name. */
  readonly methods: Readonly<Record<string, TextFunction>>;
  /** Builtins that make other values: an instance of the type in the first argument, a list with more elements, the first argument itself, a list of it or of what it holds, or the module that it names. */
  readonly builtins?: Readonly<Record<string, Builtin>>;
  readonly builders?: TextBuilders;
  /** Methods of lists that hand each element to a function. */
  readonly iterators?: readonly string[];
  /** Methods of lists that give a list of what a function makes of each element. */
  readonly mappers?: readonly string[];
  /** Methods of lists that give them again, with some elements left out. */
  readonly filters?: readonly string[];
  /** Methods of lists that give some or all of their elements at other places. */
  readonly arrangers?: readonly string[];
  /** Methods of lists that give one of their elements. */
  readonly finders?: readonly string[];
  /** Methods of lists that give pairs of a number and an element. */
  readonly pairers?: readonly string[];
  /** Methods of lists that add their arguments as elements. */
  readonly adders?: readonly string[];
}

/** Values that text is written to, piece by piece. */
export interface TextBuilders {
  /** By module and name: `strings.Builder`. */
  readonly types: readonly string[];
  /** Methods that write, that empty it, and that give the text. */
  readonly methods: Readonly<Record<string, WrittenText>>;
  readonly clears: readonly string[];
  readonly text: readonly string[];
  /** Functions that are given it to write to. */
  readonly functions: Readonly<Record<string, WrittenText>>;
}

/** From which argument on, 0-based, a call writes texts, or a format with what fills it; up to `to` where something else follows. */
export interface WrittenText {
  readonly kind: "texts" | "format";
  readonly from: number;
  readonly to?: number;
}

export type Builtin = "instance" | "append" | "first" | "module" | "list" | "keys" | "values" | "entries";
