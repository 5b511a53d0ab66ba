import { existsSync } from "node:fs";
import path from "node:path";

/** The absolute path of a file that the package ships, whether this code runs from `dist/` or from its sources. */
export function packageFile(relative: string): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, "package.json")) && folder !== path.dirname(folder)) folder = path.dirname(folder);
  return path.join(folder, relative);
}
