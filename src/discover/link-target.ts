import { realpathSync, statSync } from "node:fs";
import path from "node:path";

/** What a link leads to; `path` is relative to the root, with `/`. */
export interface LinkTarget {
  readonly path: string;
  readonly isFolder: boolean;
}

/** Reads links below a root. Undefined for what leads outside, nowhere, in a circle, or to neither file nor folder. */
export function createLinkReader(root: string): (link: string) => LinkTarget | undefined {
  let realRoot: string | undefined;
  return (link) => {
    try {
      realRoot ??= realpathSync.native(root);
      const target = realpathSync.native(`${root}/${link}`);
      const stats = statSync(target);
      const inside = pathInside(realRoot, target);
      return inside !== undefined && (stats.isFile() || stats.isDirectory()) ? { path: inside, isFolder: stats.isDirectory() } : undefined;
    } catch {
      return undefined;
    }
  };
}

function pathInside(root: string, target: string): string | undefined {
  const relative = path.relative(root, target);
  const outside = relative === ".." || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
  return outside ? undefined : relative.split(path.sep).join("/");
}
