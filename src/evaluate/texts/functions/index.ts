import type { LanguageId } from "../../../model/source-file.ts";
import { goTextFunctions } from "./go.ts";
import { typescriptTextFunctions } from "./typescript.ts";
import type { TextFunctions } from "../text-functions.ts";

const textFunctions: Readonly<Record<LanguageId, TextFunctions>> = {
  go: goTextFunctions,
  typescript: typescriptTextFunctions,
};

export function textFunctionsOf(language: LanguageId): TextFunctions | undefined {
  return Object.hasOwn(textFunctions, language) ? textFunctions[language] : undefined;
}
