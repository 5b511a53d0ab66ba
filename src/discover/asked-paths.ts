/** The paths that are, or lie below, one of those asked for; `""` asks for all. Order is kept. */
export function selectAsked(paths: readonly string[], asked: readonly string[]): readonly string[] {
  const wanted = new Set(asked);
  return wanted.has("") ? paths : paths.filter((path) => isWanted(path, wanted));
}

function isWanted(path: string, wanted: ReadonlySet<string>): boolean {
  for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) {
    if (wanted.has(path.slice(0, end))) return true;
  }
  return false;
}
