/** A line for a list: `entry` is imported from `module` and stands last in the exported constant `list` of `file`. */
export interface ListLine {
  readonly file: string;
  readonly list: string;
  readonly module: string;
  readonly entry: string;
}

/** The list's file with the line in it: the import where its module sorts, the entry at the list's end. */
export function addToList(text: string, { list, module, entry }: ListLine): string {
  return addEntry(addImport(text, module, entry), list, entry);
}

function addImport(text: string, module: string, entry: string): string {
  const imports = [...text.matchAll(/^import .* from "(?<module>\.\/[^"]+)";\n/gm)];
  const next = imports.find(({ groups }) => groups!["module"]! > module);
  const last = imports.at(-1);
  const at = next?.index ?? (last === undefined ? 0 : last.index + last[0].length);
  return `${text.slice(0, at)}import { ${entry} } from "${module}";\n${text.slice(at)}`;
}

function addEntry(text: string, list: string, entry: string): string {
  const from = text.indexOf(`export const ${list}:`);
  const end = /(?<lineEnd>,\n)?[\]}];\n/.exec(text.slice(from));
  if (from < 0 || end === null) throw new Error(`there is no list ${list}`);
  const at = from + end.index;
  return end.groups!["lineEnd"] === undefined ? `${text.slice(0, at)}, ${entry}${text.slice(at)}` : `${text.slice(0, at)},\n  ${entry}${text.slice(at)}`;
}
