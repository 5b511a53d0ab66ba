/** What go.mod and go.work say of where packages are. https://go.dev/ref/mod#go-mod-file */
export interface GoModuleFile {
  readonly name: string | undefined;
  /** Modules replaced by folders, as written. */
  readonly replacements: readonly { readonly module: string; readonly path: string }[];
}

/** Reads `module` and `replace` lines, alone or in a block. */
export function readGoModule(text: string): GoModuleFile {
  let name: string | undefined;
  let block: string | undefined;
  const replacements: GoModuleFile["replacements"][number][] = [];
  for (const line of text.split("\n")) {
    const words = wordsOf(line);
    if (block !== undefined && words[0] === ")") {
      block = undefined;
      continue;
    }
    if (words[1] === "(") {
      block = words[0];
      continue;
    }
    const [directive, ...rest] = block === undefined ? words : [block, ...words];
    if (directive === "module") name = rest[0];
    if (directive !== "replace") continue;
    const arrow = rest.indexOf("=>");
    const [module, path] = [rest[0], rest[arrow + 1]];
    if (arrow > 0 && module !== undefined && path !== undefined && /^\.\.?(?:\/|$)/.test(path)) replacements.push({ module, path });
  }
  return { name, replacements };
}

function wordsOf(line: string): readonly string[] {
  const code = line.replace(/\/\/.*/, "");
  return [...code.matchAll(/"([^"]*)"|`([^`]*)`|[^\s"`]+/g)].map(([word, quoted, raw]) => quoted ?? raw ?? word);
}
