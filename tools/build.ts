import { spawnSync } from "node:child_process";
import path from "node:path";
import { bundle, distFolder, emptyDist } from "./bundle.ts";

emptyDist();
await bundle();
process.exitCode = declareTypes();

/** Writes declaration files of the library, as deep as its exported types reach; the compiler's exit code. */
function declareTypes(): number {
  const compiler = path.join(import.meta.dirname, "../node_modules/typescript/bin/tsc");
  const args = ["--project", path.join(import.meta.dirname, "types.tsconfig.json"), "--outDir", path.join(distFolder, "types")];
  return spawnSync(process.execPath, [compiler, ...args], { stdio: "inherit" }).status ?? 1;
}
