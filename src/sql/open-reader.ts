import type { Dialect } from "../model/sql-statement.ts";
import { dialects } from "./dialects/index.ts";
import type { Reader } from "./reader.ts";
import { createTokens } from "./tokens.ts";
import type { Tokens } from "./tokens.ts";
import { tokenise } from "./tokenise.ts";

/** Token arrays of this size are kept for the next text. */
const keptCapacity = 1 << 12;
/** Statements have a token for so many characters, seldom more. */
const charactersToken = 4;

let idleTokens: Tokens | undefined;

/** A reader over a text's tokens. `close` gives their arrays back for the next text: nothing read from them may be used after it. */
export function openReader(text: string, dialect: Dialect): { readonly reader: Reader; readonly close: () => void } {
  const rules = dialects[dialect];
  const estimate = Math.ceil(text.length / charactersToken);
  const tokens = idleTokens !== undefined && estimate <= idleTokens.kind.length ? idleTokens : createTokens(Math.max(keptCapacity, estimate));
  idleTokens = undefined;
  tokens.text = text;
  tokens.count = 0;
  tokenise(tokens, 0, text.length, rules);
  const reader: Reader = {
    tokens,
    rules,
    to: tokens.count,
    accesses: [],
    dropped: new Set(),
    inBody: false,
    inBlock: false,
    verbAt: -1,
    bodyAt: -1,
    frames: [],
    commonTables: new Map(),
    innerTexts: [],
  };
  const close = (): void => {
    tokens.text = "";
    if (tokens.kind.length <= 2 * keptCapacity) idleTokens = tokens;
  };
  return { reader, close };
}
