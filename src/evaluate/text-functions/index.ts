import type { TextFunction } from "../../model/client.ts";
import type { LanguageId } from "../../model/source-file.ts";
import { goTextFunctions } from "./go.ts";
import { typescriptTextFunctions } from "./typescript.ts";

/** What a language's own library makes of text. */
export interface TextFunctions {
  /** By module and name, `fmt.Sprintf`; a builtin by its name alone. */
  readonly functions: Readonly<Record<string, TextFunction>>;
  /** Methods of texts and lists, by name. */
  readonly methods: Readonly<Record<string, TextFunction>>;
  /** Builtins that make other values: an instance of the type in the first argument, or a list with more elements. */
  readonly builtins?: Readonly<Record<string, Builtin>>;
}

export type Builtin = "instance" | "append";

const textFunctions: Readonly<Record<LanguageId, TextFunctions>> = {
  go: goTextFunctions,
  typescript: typescriptTextFunctions,
};

export function textFunctionsOf(language: LanguageId): TextFunctions | undefined {
  return Object.hasOwn(textFunctions, language) ? textFunctions[language] : undefined;
}
