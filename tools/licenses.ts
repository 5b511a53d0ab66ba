import type { Metafile } from "esbuild";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The licences of the packages whose code is in the bundles: theirs ask to be with it. */
export function licensesOf(bundles: readonly Metafile[], packageFolder: string): string {
  const inputs = bundles.flatMap(({ inputs }) => Object.keys(inputs));
  const names = new Set(inputs.flatMap((input) => /(?:^|\/)node_modules\/(?<name>(?:@[^/]+\/)?[^/]+)\//.exec(input)?.groups?.["name"] ?? []));
  const texts = [...names].sort().map((name) => `${name}\n${"-".repeat(name.length)}\n${licenceOf(path.join(packageFolder, "node_modules", name))}\n`);
  return texts.join("\n\n");
}

function licenceOf(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (file === undefined) throw new Error(`${folder} is bundled and holds no licence`);
  return readFileSync(path.join(folder, file), "utf8").trim();
}
