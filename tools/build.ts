import { execFileSync } from "node:child_process";
import path from "node:path";
import { bundle, distFolder, emptyDist } from "./bundle.ts";

emptyDist();
await bundle();
declareTypes();

/** Declaration files of the library, as deep as its exported types reach. */
function declareTypes(): void {
  const compiler = path.join(import.meta.dirname, "../node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [compiler, "--project", path.join(import.meta.dirname, "types.tsconfig.json"), "--outDir", path.join(distFolder, "types")], { stdio: "inherit" });
}
