import { readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { bundle, distFolder } from "../tools/bundle.ts";

const packageFolder = path.dirname(distFolder);
const BUILT_FROM = ["src", "rules", "tools", "package.json"];

/** Before the tests: the command that they start is the one of the sources. Where it cannot be built the old one goes, and they fail. */
export async function setup(): Promise<void> {
  const command = path.join(distFolder, "cli.js");
  const newestSource = Math.max(...BUILT_FROM.map((name) => newestIn(path.join(packageFolder, name))));
  if (newestIn(command) > newestSource) return;
  try {
    await bundle();
  } catch (error) {
    rmSync(command, { force: true });
    console.error(error);
  }
}

/** When the file, or the newest file of the folder, was last changed; 0 where there is none. */
function newestIn(file: string): number {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(file).map((name) => newestIn(path.join(file, name))));
}
