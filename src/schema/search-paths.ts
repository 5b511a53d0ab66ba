/** Where in a file which schemas are searched for names without one, the first that has the table being meant. */
export interface SearchPaths {
  /** Of a statement that begins at an offset; undefined where nothing says. */
  at(offset: number): readonly string[] | undefined;
  /** Of the body of a function whose statement lies between two offsets. */
  ofBody(start: number, end: number): readonly string[] | undefined;
}

/**
 * Reads what a file says of it. A script says it from a statement on: `SET search_path TO clinic, public`, pg_dump's
 * `set_config('search_path', …)`, `USE clinic`; a function for its body alone. In code only one that the whole file agrees on counts,
 * for nobody knows which connection a call gets: it may also stand in the address of the database or in knex's `searchPath`.
 * https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PATH, https://dev.mysql.com/doc/refman/8.4/en/use.html
 */
export function readSearchPaths(text: string, isScript: boolean): SearchPaths {
  if (!MENTIONS.test(text)) return NONE;
  const settings = settingsIn(text);
  if (!isScript) {
    const all = [...settings, ...connectionsIn(text)].map(({ schemas }) => schemas);
    const agreed = new Set(all.map((schemas) => schemas.join(","))).size === 1 ? all[0] : undefined;
    return { at: () => agreed, ofBody: () => agreed };
  }
  const statements = [...settings.filter(({ offset }) => beginsStatement(text, offset)), ...uses(text)].sort((a, b) => a.offset - b.offset);
  const attributes = settings.filter(({ offset }) => !beginsStatement(text, offset));
  const at = (offset: number): readonly string[] | undefined => statements.findLast((setting) => setting.offset < offset)?.schemas;
  return { at, ofBody: (start, end) => attributes.find(({ offset }) => offset > start && offset < end)?.schemas ?? at(start) };
}

interface Setting {
  readonly offset: number;
  /** Empty where it is the database's own again. */
  readonly schemas: readonly string[];
}

const NONE: SearchPaths = { at: () => undefined, ofBody: () => undefined };
const MENTIONS = /search_?path|\buse\s/i;
const NAME = String.raw`\$?[\p{L}\p{N}_]+`;
const ITEM = String.raw`(?:'${NAME}'|\\?"${NAME}\\?"|${NAME})`;
const SETTING = new RegExp(String.raw`\b(?:set\s+(?:session\s+|local\s+)?search_path\s*(?:=|\bto\b)\s*(?<list>${ITEM}(?:\s*,\s*${ITEM})*|['"]{2})|reset\s+search_path|set_config\(\s*'search_path'\s*,\s*'(?<value>[^']*)')`, "giu");
const CONNECTION = /(?:[?&\s"'`]search_path(?:=|%3D)(?<list>[\w$]+(?:(?:,|%2C)[\w$]+)*)|\bsearchPath\s*:\s*(?<values>\[[^\]]*\]|["'`][^"'`]*["'`]))/g;
const USE = /(?:^|;|\n)[ \t]*(?<use>use)\s+[`"[]?(?<name>[\w$]+)[`"\]]?[ \t]*(?:;|\r?\n|$)/gi;

function settingsIn(text: string): readonly Setting[] {
  return [...text.matchAll(SETTING)].flatMap(({ index, groups }) => (isCommented(text, index) ? [] : [{ offset: index, schemas: schemasIn(groups?.["list"] ?? groups?.["value"] ?? "") }]));
}

function connectionsIn(text: string): readonly Setting[] {
  return [...text.matchAll(CONNECTION)].flatMap(({ index, groups }) => (isCommented(text, index) ? [] : [{ offset: index, schemas: schemasIn((groups?.["list"] ?? groups?.["values"] ?? "").replaceAll("%2C", ",")) }]));
}

function uses(text: string): readonly Setting[] {
  return [...text.matchAll(USE)].map(({ index, 0: whole, groups }) => ({ offset: index + whole.search(/use/i), schemas: [groups?.["name"] ?? ""] }));
}

function schemasIn(list: string): readonly string[] {
  const names = list.match(new RegExp(NAME, "gu")) ?? [];
  return names.filter((name) => !/^(?:default|\$user|pg_catalog|pg_temp)$/i.test(name));
}

function isCommented(text: string, offset: number): boolean {
  return /(?:--|\/\/|#)/.test(text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset).replaceAll("://", ""));
}

/** What stands before it is the end of a statement, a line of comment or nothing. */
function beginsStatement(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - LOOKED_BACK), offset).replace(/--[^\n]*/g, "").trimEnd();
  return before === "" || /(?:;|\*\/|\bselect|\bbegin|\bpg_catalog\.)$/i.test(before);
}

const LOOKED_BACK = 400;
