import { build, type Metafile } from "esbuild";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { writeLicenses } from "./write-licenses.ts";

const packageFolder = path.dirname(import.meta.dirname);
export const distFolder = path.join(packageFolder, "dist");

/** Bundles the command and the library, each into one file of `dist/` that needs nothing installed. */
export async function bundle(): Promise<Metafile> {
  mkdirSync(distFolder, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: packageFolder,
    entryPoints: { cli: "src/cli/run.ts", core: "src/core.ts" },
    outdir: "dist",
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "esm",
    minifySyntax: true,
    minifyWhitespace: true,
    keepNames: false,
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
    // Bundled CommonJS packages call `require` for Node's own modules.
    banner: { js: 'import { createRequire as createBundleRequire } from "node:module"; const require = createBundleRequire(import.meta.url);' },
  });
  writeLicenses(metafile, packageFolder, path.join(distFolder, "licenses.txt"));
  return metafile;
}

export function emptyDist(): void {
  rmSync(distFolder, { recursive: true, force: true });
}
