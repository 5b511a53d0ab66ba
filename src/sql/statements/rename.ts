import { Keyword } from "../keywords.ts";
import { Symbol } from "../tokens.ts";
import { endOfStatement, readTarget, skipIfExists } from "./statement-head.ts";
import type { StatementHead } from "./statement-head.ts";

/** `RENAME TABLE a TO b, c TO d`. */
export const readRename: StatementHead = (reader, _frame, verb) => {
  const { code } = reader.tokens;
  const end = endOfStatement(reader, verb);
  if (code[verb + 1] !== Keyword.table && code[verb + 1] !== Keyword.tables) return end;
  for (let at = verb + 1; at < end; at++) {
    if (at === verb + 1 || code[at] === Symbol.comma) readTarget(reader, "rename-table", skipIfExists(reader, at + 1), verb);
  }
  return end;
};
