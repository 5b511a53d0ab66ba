// Builds the package after an installation. `npm install -g git+…`, which is what pre-commit runs, gets here without the development
// dependencies: npm installs those of a git dependency globally too, somewhere else. They are fetched then, and nowhere else.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

const packageFolder = path.dirname(import.meta.dirname);

if (!existsSync(path.join(packageFolder, "node_modules/tsx"))) npm("ci", "--global=false", "--include=dev", "--ignore-scripts");
npm("run", "build");

/** @param {string[]} args */
function npm(...args) {
  execFileSync("npm", args, { cwd: packageFolder, stdio: "inherit", shell: process.platform === "win32" });
}
