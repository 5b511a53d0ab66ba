import { readFileSync } from "node:fs";
import ignore from "ignore";

/** What the ignore files from the root down to a folder say. https://git-scm.com/docs/gitignore */
export interface IgnoreRules {
  /** Whether git ignores an entry of the folder; `path` is relative to the root. */
  ignores(path: string, isFolder: boolean): boolean;
  /** The rules inside a folder that holds an ignore file. */
  within(folder: string, ignoreFile: string): IgnoreRules;
}

interface Layer {
  /** `""` or a folder's path with a slash behind it. */
  readonly prefix: string;
  readonly rules: ReturnType<typeof ignore>;
}

/** The rules at the root: `.git/info/exclude`, where there is one. The user's own global excludes do not count. */
export function rootIgnoreRules(root: string): IgnoreRules {
  return rulesOf(withLayer([], "", `${root}/.git/info/exclude`));
}

/** Later layers outrank earlier ones, as a deeper file outranks a shallower. */
function rulesOf(layers: readonly Layer[]): IgnoreRules {
  return {
    ignores(path, isFolder) {
      for (let i = layers.length - 1; i >= 0; i--) {
        const { prefix, rules } = layers[i]!;
        const verdict = rules.test(path.slice(prefix.length) + (isFolder ? "/" : ""));
        if (verdict.ignored) return true;
        if (verdict.unignored) return false;
      }
      return false;
    },
    within: (folder, ignoreFile) => rulesOf(withLayer(layers, folder === "" ? "" : `${folder}/`, ignoreFile)),
  };
}

function withLayer(layers: readonly Layer[], prefix: string, file: string): readonly Layer[] {
  const text = textOf(file);
  return text === undefined ? layers : [...layers, { prefix, rules: ignore({ allowRelativePaths: true }).add(text) }];
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
