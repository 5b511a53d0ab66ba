import { createRequire } from "node:module";
import path from "node:path";
import * as current from "eslint";
import { packageFolder } from "./workspace.ts";

/** An ESLint that the plugin is for. */
export interface EslintVersion {
  readonly title: string;
  /** Its API, by the types of the current version. */
  readonly api: typeof current;
  /** Where it is installed. */
  readonly folder: string;
}

const installed = path.join(packageFolder, "node_modules");

export const eslintVersions: readonly EslintVersion[] = [
  { title: "ESLint 10", api: current, folder: path.join(installed, "eslint") },
  { title: "ESLint 9", api: createRequire(import.meta.url)("eslint9") as typeof current, folder: path.join(installed, "eslint9") },
];
