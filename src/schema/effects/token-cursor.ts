import type { TableName } from "../../model/sql-statement.ts";
import type { ScriptToken } from "./split-script.ts";

/** A dotted name, and the index of the token behind it; undefined where none stands. */
export function nameAt(tokens: readonly ScriptToken[], from: number): { readonly name: TableName; readonly next: number } | undefined {
  const parts: string[] = [];
  let at = from;
  while (at < tokens.length && isNamePart(tokens[at]!)) {
    parts.push(tokens[at]!.text);
    at++;
    if (tokens[at]?.text !== ".") break;
    at++;
  }
  const name = parts.at(-1);
  if (name === undefined) return undefined;
  const schema = parts.at(-2);
  return { name: { name, quoted: tokens[from]!.word === "", ...(schema === undefined ? {} : { schema }) }, next: at };
}

/** The index of the first of these words from an index on, outside of parentheses; -1 where there is none. */
export function findWord(tokens: readonly ScriptToken[], from: number, ...words: readonly string[]): number {
  for (let at = from; at < tokens.length; at++) {
    const { word } = tokens[at]!;
    if (word === "(") at = closing(tokens, at);
    else if (words.includes(word)) return at;
  }
  return -1;
}

/** The index of the parenthesis that closes the one at `open`, or of the last token. */
export function closing(tokens: readonly ScriptToken[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    if (tokens[at]!.word === "(") depth++;
    else if (tokens[at]!.word === ")" && --depth === 0) return at;
  }
  return tokens.length - 1;
}

/** The first word of each item of the list in the parenthesis at `open`, in small letters. */
export function listAt(tokens: readonly ScriptToken[], open: number): readonly string[] {
  if (tokens[open]?.word !== "(") return [];
  return itemsBetween(tokens, open + 1, closing(tokens, open)).flatMap(([first]) => (first ? [first.text.toLowerCase()] : []));
}

/** The names in the list in the parenthesis at `open`. */
export function namesAt(tokens: readonly ScriptToken[], open: number): readonly TableName[] {
  if (tokens[open]?.word !== "(") return [];
  return itemsBetween(tokens, open + 1, closing(tokens, open)).flatMap((item) => nameAt(item, 0)?.name ?? []);
}

/** The tokens between two indices, parted at commas outside of parentheses. */
export function itemsBetween(tokens: readonly ScriptToken[], from: number, to: number): readonly (readonly ScriptToken[])[] {
  const items: ScriptToken[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(from, to)) {
    if (token.word === "(") depth++;
    else if (token.word === ")") depth--;
    if (token.word === "," && depth === 0) items.push([]);
    else items.at(-1)!.push(token);
  }
  return items;
}

function isNamePart({ text, word }: ScriptToken): boolean {
  return word === "" || /^[\p{L}_@#]/u.test(text);
}
