import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import { bundle, distFolder } from "./bundle.ts";

await bundle();
process.exitCode = declareTypes();

/** Writes declaration files of the library, as deep as its exported types reach; the compiler's exit code. */
function declareTypes(): number {
  const compiler = path.join(import.meta.dirname, "../node_modules/typescript/bin/tsc");
  const types = path.join(distFolder, "types");
  const args = ["--project", path.join(import.meta.dirname, "types.tsconfig.json"), "--outDir", types];
  rmSync(types, { recursive: true, force: true });
  return spawnSync(process.execPath, [compiler, ...args], { stdio: "inherit" }).status ?? 1;
}
