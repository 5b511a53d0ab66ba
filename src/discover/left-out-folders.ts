/** A folder of code that others wrote or a tool made. */
interface LeftOutFolder {
  readonly name: string;
  /** Leave it out only where it holds one of these: elsewhere the name may be the project's own. */
  readonly holding?: readonly string[];
}

const leftOutFolders: readonly LeftOutFolder[] = [
  { name: ".git" },
  { name: ".hg" },
  { name: ".svn" },
  { name: ".yarn" },
  { name: ".pnpm-store" },
  { name: "node_modules" },
  { name: "bower_components" },
  { name: "jspm_packages" },
  { name: "third_party" },
  { name: "site-packages" },
  { name: ".venv" },
  // Go's and PHP's dependencies; a shop may well have a package of its own called vendor.
  { name: "vendor", holding: ["modules.txt", "vendor.json", "autoload.php", "github.com", "golang.org", "bundle"] },
];

const byName: ReadonlyMap<string, LeftOutFolder> = new Map(leftOutFolders.map((folder) => [folder.name, folder]));

/** Whether a folder of that name is never walked; `listNames` gives the names in it and is asked only where they decide. */
export function isLeftOut(name: string, listNames: () => readonly string[]): boolean {
  const folder = byName.get(name);
  if (folder === undefined) return false;
  return folder.holding === undefined || listNames().some((inside) => folder.holding!.includes(inside));
}
