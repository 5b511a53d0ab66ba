/** The folder of a path; `""` is the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** A folder and those around it, the nearest first, the root last. */
export function foldersAround(folder: string): readonly string[] {
  const folders = [folder];
  for (let at = folder; at !== ""; ) folders.push((at = folderOf(at)));
  return folders;
}

/** A path as seen from a folder, `.` and `..` worked out; undefined when it leads out of the root. */
export function joinPath(folder: string, path: string): string | undefined {
  const joined: string[] = [];
  for (const part of `${folder}/${path}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") joined.push(part);
    else if (joined.pop() === undefined) return undefined;
  }
  return joined.join("/");
}

/** The one that shares the most folders with a path; among equals the shortest, then the first. */
export function nearestTo(path: string, others: readonly string[]): string | undefined {
  const around = foldersAround(folderOf(path));
  let nearest: { readonly path: string; readonly distance: number } | undefined;
  for (const other of others) {
    const distance = around.findIndex((folder) => folder === "" || other === folder || other.startsWith(`${folder}/`));
    if (!nearest || distance < nearest.distance || (distance === nearest.distance && other.length < nearest.path.length)) nearest = { path: other, distance };
  }
  return nearest?.path;
}
