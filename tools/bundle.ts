import { build, type BuildOptions, type Metafile } from "esbuild";
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ownershipJsonSchema } from "../src/ownership/json-schema.ts";
import { reportSchema } from "../src/report/report-schema.ts";
import { dialects } from "../src/sql/dialects/index.ts";
import { writeLicenses } from "./write-licenses.ts";

const packageFolder = path.dirname(import.meta.dirname);
export const distFolder = path.join(packageFolder, "dist");

const shared = { absWorkingDir: packageFolder, bundle: true, platform: "node", target: "node20.19", metafile: true, legalComments: "none" } satisfies BuildOptions;

/** Fills `dist/`: the command and the library in one file each, what they load and publish beside them. Nothing of it needs anything installed. */
export async function bundle(): Promise<void> {
  const [code, parsers] = await Promise.all([bundleCode(), bundleParsers()]);
  writeSchema("ownership", ownershipJsonSchema());
  writeSchema("report", reportSchema);
  writeLicenses([code, parsers], packageFolder, path.join(distFolder, "licenses.txt"));
}

/** Takes away what an earlier build left. */
export function emptyDist(): void {
  rmSync(distFolder, { recursive: true, force: true });
}

/** Names stay as they are: a stack in a bug report must be readable. */
async function bundleCode(): Promise<Metafile> {
  const { metafile } = await build({
    ...shared,
    entryPoints: { cli: "src/cli/run.ts", core: "src/core.ts" },
    outdir: "dist",
    format: "esm",
    minifySyntax: true,
    minifyWhitespace: true,
    // Bundled CommonJS packages call `require` for Node's own modules.
    banner: { js: 'import { createRequire as createBundleRequire } from "node:module"; const require = createBundleRequire(import.meta.url);' },
  });
  return metafile;
}

/** The builds of node-sql-parser that dialects ask for, where `src/sql/load-parser.ts` looks for them. */
async function bundleParsers(): Promise<Metafile> {
  const names = new Set(Object.values(dialects).flatMap(({ parserBuild }) => parserBuild ?? []));
  const { metafile } = await build({
    ...shared,
    entryPoints: [...names].map((name) => ({ in: `node-sql-parser/build/${name}.js`, out: name })),
    outdir: "dist/parsers",
    outExtension: { ".js": ".cjs" },
    format: "cjs",
    minify: true,
  });
  return metafile;
}

function writeSchema(of: string, schema: object): void {
  writeFileSync(path.join(distFolder, `${of}.schema.json`), `${JSON.stringify(schema, undefined, 2)}\n`);
}
