import { ESLint, type Linter } from "eslint";
import tseslint from "typescript-eslint";
import plugin from "../../src/index.ts";

export type Settings = Readonly<Record<string, unknown>>;

const TYPESCRIPT: Linter.Config = { files: ["**/*.ts", "**/*.tsx"], languageOptions: { parser: tseslint.parser } };

/** ESLint as a project with TypeScript and our strict config has it. */
export function lintIn(root: string, settings: Settings = {}, more: readonly Linter.Config[] = [], before: readonly Linter.Config[] = [TYPESCRIPT], Api: typeof ESLint = ESLint): ESLint {
  return new Api({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: [...before, plugin.configs.strict, { settings: { "cross-write": settings } }, ...more],
  });
}

/** What ESLint says of a text, as if it stood in a file. */
export async function messagesIn(eslint: ESLint, filePath: string, text: string): Promise<readonly Linter.LintMessage[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return result?.messages ?? [];
}
