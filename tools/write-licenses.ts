import type { Metafile } from "esbuild";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Writes the licences of the packages whose code is in the bundles: theirs ask for it. */
export function writeLicenses(metafile: Metafile, packageFolder: string, file: string): void {
  const names = new Set<string>();
  for (const input of Object.keys(metafile.inputs)) {
    const name = /(?:^|\/)node_modules\/(?<name>(?:@[^/]+\/)?[^/]+)\//.exec(input)?.groups?.["name"];
    if (name !== undefined) names.add(name);
  }
  const texts = [...names].sort().map((name) => `${name}\n${"-".repeat(name.length)}\n${licenseOf(path.join(packageFolder, "node_modules", name))}`);
  writeFileSync(file, texts.join("\n\n"));
}

function licenseOf(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (file === undefined) throw new Error(`${folder} is bundled and holds no licence`);
  return readFileSync(path.join(folder, file), "utf8").trim();
}
