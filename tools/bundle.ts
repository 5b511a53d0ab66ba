import { build, type BuildOptions, type BuildResult } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ownershipJsonSchema } from "../src/ownership/json-schema.ts";
import { reportSchema } from "../src/report/report-schema.ts";
import { dialects } from "../src/sql/dialects/index.ts";
import { licensesOf } from "./licenses.ts";
import { pluginModules } from "./plugin-modules.ts";

const packageFolder = path.dirname(import.meta.dirname);
export const distFolder = path.join(packageFolder, "dist");

const shared = {
  absWorkingDir: packageFolder,
  bundle: true,
  platform: "node",
  target: "node20.19",
  metafile: true,
  write: false,
  legalComments: "none",
  define: { BUILD_ID: JSON.stringify(sourcesId()) },
} satisfies BuildOptions;

type Bundles = BuildResult<typeof shared>;

/** Fills `dist/`: the command and the library in one file each, what they load and publish beside them. Nothing of it needs anything installed. */
export async function bundle(): Promise<void> {
  const bundles = await Promise.all([bundleModules(), bundleScripts(), bundleParsers()]);
  for (const { path: file, contents } of bundles.flatMap(({ outputFiles }) => outputFiles)) replaceFile(file, contents);
  writeSchema("ownership", ownershipJsonSchema());
  writeSchema("report", reportSchema);
  for (const [name, contents] of Object.entries(pluginModules)) replaceFile(path.join(distFolder, name), contents);
  replaceFile(path.join(distFolder, "licenses.txt"), licensesOf(bundles.map(({ metafile }) => metafile), packageFolder));
}

/** The library, and the little that starts the command. Names stay as they are: a stack in a bug report must be readable. */
function bundleModules(): Promise<Bundles> {
  return build({
    ...shared,
    entryPoints: { start: "src/cli/start.ts", core: "src/core.ts" },
    outdir: "dist",
    format: "esm",
    minifySyntax: true,
    minifyWhitespace: true,
    // Bundled CommonJS packages call `require` for Node's own modules.
    banner: { js: 'import { createRequire as createBundleRequire } from "node:module"; const require = createBundleRequire(import.meta.url);' },
  });
}

/** The command, of which the engine's code can be kept, and the ESLint plugin, for `require` and `import` alike: a configuration may have it both ways, and its projects are to be read once. */
function bundleScripts(): Promise<Bundles> {
  return build({
    ...shared,
    entryPoints: { cli: "src/cli/run.ts", plugin: "src/index.ts" },
    outdir: "dist",
    outExtension: { ".js": ".cjs" },
    format: "cjs",
    minifySyntax: true,
    minifyWhitespace: true,
    define: { ...shared.define, "import.meta.url": "moduleUrl", "import.meta.dirname": "__dirname" },
    banner: { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
    footer: { js: "if (module.exports.default) module.exports = module.exports.default;" },
  });
}

/** The builds of node-sql-parser that dialects ask for, where `src/sql/load-parser.ts` looks for them. */
function bundleParsers(): Promise<Bundles> {
  const names = new Set(Object.values(dialects).flatMap(({ parserBuild }) => parserBuild ?? []));
  return build({
    ...shared,
    entryPoints: [...names].map((name) => ({ in: `node-sql-parser/build/${name}.js`, out: name })),
    outdir: "dist/parsers",
    outExtension: { ".js": ".cjs" },
    format: "cjs",
    minify: true,
  });
}

/** The command and the plugin that are built of the same sources find the same facts. */
function sourcesId(): string {
  const files = ["src", "rules"].flatMap((folder) => readdirSync(path.join(packageFolder, folder), { recursive: true, encoding: "utf8" }).map((file) => path.join(packageFolder, folder, file)));
  const hash = createHash("sha256");
  for (const file of [...files.filter((each) => each.endsWith(".ts")).sort(), path.join(packageFolder, "package-lock.json")]) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

function writeSchema(of: string, schema: object): void {
  replaceFile(path.join(distFolder, `${of}.schema.json`), `${JSON.stringify(schema, undefined, 2)}\n`);
}

/** At no moment is there half a file: a command that starts meanwhile is the old one or the new one. */
function replaceFile(file: string, contents: string | Uint8Array): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const whole = `${file}.${process.pid}`;
  writeFileSync(whole, contents);
  renameSync(whole, file);
}
