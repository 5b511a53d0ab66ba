import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { bundle, distFolder } from "../tools/bundle.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Why the command could not be built; empty where it is the one of the sources. */
    readonly buildFailure: string;
  }
}

const packageFolder = path.dirname(distFolder);
const BUILT_FROM = ["src", "rules", "tools", "package.json"];

/** Before the tests: builds the command where it is older than the sources. */
export async function setup(project: TestProject): Promise<void> {
  project.provide("buildFailure", await buildWhenStale());
}

async function buildWhenStale(): Promise<string> {
  const newestSource = Math.max(...BUILT_FROM.map((name) => newestIn(path.join(packageFolder, name))));
  if (newestIn(path.join(distFolder, "cli.cjs")) > newestSource) return "";
  try {
    await bundle();
    return "";
  } catch (error) {
    return String(error);
  }
}

/** When the file, or the newest file of the folder, was last changed; 0 where there is none. */
function newestIn(file: string): number {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(file).map((name) => newestIn(path.join(file, name))));
}
