import type { Place } from "../../model/place.ts";
import type { TableName } from "../../model/sql-statement.ts";
import type { ViewFact } from "./effect-schema.ts";
import type { ScriptToken } from "./split-script.ts";
import { findWord, itemsBetween, listAt, nameAt } from "./token-cursor.ts";

const ENDS_FROM = ["where", "group", "order", "limit", "union", "intersect", "except", "having", "window", "offset", "fetch", "with", "for"];
const ENDS_TABLE = new Set(["on", "using", "join", "left", "right", "inner", "outer", "cross", "full", "natural", "straight_join", ",", "set", "where"]);
const NOT_SIMPLE = new Set(["group", "distinct", "union", "intersect", "except", "having", "limit", "offset", "fetch", "window"]);

/** What CREATE VIEW says; `nameIndex` is where the view's name stands. */
export function readView(tokens: readonly ScriptToken[], nameIndex: number, place: Place): ViewFact | undefined {
  const named = nameAt(tokens, nameIndex);
  const select = tokens.findIndex(({ word }, index) => word === "select" && index > nameIndex);
  if (!named || select < 0) return undefined;
  const from = findWord(tokens, select, "from");
  const end = findWord(tokens, from < 0 ? select : from, ...ENDS_FROM);
  const bases = from < 0 ? [] : readTables(tokens.slice(from + 1, end < 0 ? tokens.length : end));
  const list = listAt(tokens, named.next);
  const items = itemsBetween(tokens, select + 1, from < 0 ? select + 1 : from);
  return { name: named.name, bases, columns: readColumns(items, list), simple: !tokens.slice(select).some(({ word }) => NOT_SIMPLE.has(word)), place };
}

/** The tables of a FROM clause, or of what an UPDATE names, with their aliases. */
export function readTables(tokens: readonly ScriptToken[]): readonly { readonly table: TableName; readonly alias: string }[] {
  const tables: { table: TableName; alias: string }[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const previous = tokens[at - 1]?.word;
    if (at > 0 && previous !== "," && previous !== "join" && previous !== "(") continue;
    const named = nameAt(tokens, tokens[at]!.word === "only" ? at + 1 : at);
    if (!named || tokens[at]!.word === "select") continue;
    const next = tokens[named.next]?.word === "as" ? tokens[named.next + 1] : tokens[named.next];
    const isAlias = next !== undefined && !ENDS_TABLE.has(next.word) && /^[\p{L}_]/u.test(next.text);
    tables.push({ table: named.name, alias: (isAlias ? next.text : named.name.name).toLowerCase() });
  }
  return tables;
}

function readColumns(items: readonly (readonly ScriptToken[])[], names: readonly string[]): ReadonlyMap<string, string> {
  const columns = new Map<string, string>();
  items.forEach((item, index) => {
    const [alias, dot, column] = item;
    const last = item.at(-1);
    if (dot?.text !== "." || !alias || !column || !last) return;
    columns.set(names[index] ?? last.text.toLowerCase(), alias.text.toLowerCase());
  });
  return columns;
}
