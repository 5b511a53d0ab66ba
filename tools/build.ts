import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { ownershipJsonSchema } from "../src/ownership/json-schema.ts";
import { bundle, distFolder, emptyDist } from "./bundle.ts";

emptyDist();
await bundle();
writeSchema("ownership.schema.json", ownershipJsonSchema());
declareTypes();

/** Declaration files of the library, as deep as its exported types reach. */
function declareTypes(): void {
  const compiler = path.join(import.meta.dirname, "../node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [compiler, "--project", path.join(import.meta.dirname, "types.tsconfig.json"), "--outDir", path.join(distFolder, "types")], { stdio: "inherit" });
}

function writeSchema(name: string, schema: object): void {
  writeFileSync(path.join(distFolder, name), `${JSON.stringify(schema, undefined, 2)}\n`);
}
