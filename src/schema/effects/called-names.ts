import type { ScriptToken } from "./split-script.ts";

const BEFORE_TABLES = new Set(["into", "table", "references", "update"]);
const CALLS = new Set(["call", "exec", "execute", "perform"]);

/** The names, in small letters, that stand where a function or procedure is called. Which of them are routines of the project the schema knows. */
export function calledNames(tokens: readonly ScriptToken[]): ReadonlySet<string> {
  const names = new Set<string>();
  tokens.forEach(({ text }, at) => {
    let first = at;
    while (tokens[first - 1]?.text === "." && first >= 2) first -= 2;
    const before = tokens[first - 1]?.word ?? "";
    const called = tokens[at + 1]?.word === "(" ? !BEFORE_TABLES.has(before) : CALLS.has(before);
    if (called && tokens[at + 1]?.text !== ".") names.add(text.toLowerCase());
  });
  return names;
}
