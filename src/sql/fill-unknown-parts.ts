import type { DialectRules } from "./dialects/dialect-rules.ts";
import { Keyword, keywordTable } from "./keywords.ts";
import { createTokens, Flag, Kind, Symbol } from "./tokens.ts";
import type { Tokens } from "./tokens.ts";
import { tokenise } from "./tokenise.ts";

/** The name that stands for a part that is not known. */
export const unknownName = "hole_";

/** Words behind which a table is named. */
const beforeNames = keywordTable(["into", "update", "from", "join", "table", "truncate", "only", "exists", "ignore", "view"]);

/** The statement as a strict parser can read it: placeholders become values, unknown names become names. `depth` is how deep parentheses nest, `tokens` how many there are. */
export function fillUnknownParts(statement: string, rules: DialectRules): { readonly text: string; readonly depth: number; readonly tokens: number } {
  const tokens = createTokens((statement.length >> 2) + 16);
  tokens.text = statement;
  tokenise(tokens, 0, statement.length, rules);
  let text = "";
  let written = 0;
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.code[at] === Symbol.open) deepest = Math.max(deepest, ++depth);
    else if (tokens.code[at] === Symbol.close) depth--;
    const filled = fill(tokens, at);
    if (filled === undefined) continue;
    text += statement.slice(written, tokens.start[at]) + filled;
    written = tokens.end[at]!;
  }
  return { text: text + statement.slice(written), depth: deepest, tokens: tokens.count };
}

/** What stands for a token with an unknown part; undefined where it stays as it is. */
function fill(tokens: Tokens, at: number): string | undefined {
  const { kind, code, flags, text, start } = tokens;
  const hasHole = (flags[at]! & Flag.hole) !== 0;
  if (kind[at] === Kind.quoted) return hasHole ? text.charAt(start[at]!) + unknownName + text.charAt(tokens.end[at]! - 1) : undefined;
  if (kind[at] === Kind.word) return hasHole ? unknownName : undefined;
  if (kind[at] !== Kind.placeholder) return undefined;
  const isPart = code[at - 1] === Symbol.dot || code[at + 1] === Symbol.dot;
  if (isPart || beforeNames[code[at - 1]!] === 1) return unknownName;
  if (!hasHole) return "1";
  if (code[at - 1] === Keyword.set) return code[at + 1] === Symbol.equals ? unknownName : `${unknownName} = 1`;
  if (code[at + 1] === Symbol.equals) return unknownName;
  return code[at - 1] === 0 && kind[at - 1] !== Kind.symbol ? "" : "1";
}
