import type { Linter } from "eslint";
import { languageOf, languages } from "../read/languages/index.ts";

/**
 * A preset, in every way that ESLint takes one: as one entry of a list of configs, with or without `defineConfig`, and as a list of plain
 * configs where it is spread.
 */
export type PresetConfig = Linter.Config & Iterable<Linter.Config>;

/** What every config of a preset says. */
export interface CommonConfig {
  readonly name: string;
  readonly plugins: NonNullable<Linter.Config["plugins"]>;
  readonly rules: Linter.RulesRecord;
}

/** The name of the language that reads each file as what its name says. */
export const LANGUAGE_OF_NAME = "text";

/** Languages that ESLint reads itself, with whatever parser a project has chosen. */
const READ_BY_ESLINT: ReadonlySet<string> = new Set(["typescript"]);
const ownLanguages = languages.filter(({ id }) => !READ_BY_ESLINT.has(id));

/** Whether a file needs a language of ours to be linted. */
export function needsLanguage(path: string): boolean {
  return ownLanguages.some(({ id }) => id === languageOf(path));
}

/**
 * ESLint takes no list inside of a list, and a config has one language for all of its files, which is not to be that of JavaScript files. So
 * the preset is one config whose language depends on the file: ESLint asks `files` about a path right before it merges the configs of that path
 * (https://github.com/eslint/rewrite/tree/main/packages/config-array). Both are hidden from copies, which `extends` makes: these hold for what
 * is linted anyway.
 */
export function createPreset(namespace: string, common: CommonConfig): PresetConfig {
  let asked = "";
  const isOwn = (path: string): boolean => {
    asked = path;
    return needsLanguage(path);
  };
  return Object.defineProperties({ ...common }, {
    // Every file that some config names, and those that no other config can read.
    files: { value: ["**/*", isOwn] },
    language: { get: () => (needsLanguage(asked) ? `${namespace}/${LANGUAGE_OF_NAME}` : undefined) },
    [Symbol.iterator]: { value: () => plainConfigs(namespace, common).values() },
  }) as PresetConfig;
}

function plainConfigs(namespace: string, { name, plugins, rules }: CommonConfig): readonly Linter.Config[] {
  const ofLanguages = ownLanguages.map(({ id, extensions }): Linter.Config => ({ name: `${name}/${id}`, files: extensions.map((each) => `**/*${each}`), plugins, language: `${namespace}/${id}` }));
  return [{ name, plugins, rules }, ...ofLanguages];
}
